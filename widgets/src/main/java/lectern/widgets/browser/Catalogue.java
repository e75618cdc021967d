package lectern.widgets.browser;

import lectern.widgets.backprop.BackpropWidget;
import lectern.widgets.depth.DepthWidget;
import lectern.widgets.gradient.GradientWidget;
import lectern.widgets.outer.OuterWidget;
import lectern.widgets.panda.PandaWidget;
import lectern.widgets.price.PriceWidget;
import lectern.widgets.rotations.RotationsWidget;
import lectern.widgets.skiptest.SkipTestWidget;
import lectern.widgets.twolink.TwoLinkWidget;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;

/**
 * The moving parts of all widgets, one function each, from which the build makes one module each: {@code twoLink} becomes {@code two-link.js}, and what
 * several need becomes {@code widgets.js}, which they share.
 */
public final class Catalogue {
    private Catalogue() {}

    public static void main(String[] args) {}

    @JSExport
    public static JSObject twoLink(String start) {
        return new Moving<>(new TwoLinkWidget(), start);
    }

    @JSExport
    public static JSObject skipTest(String start) {
        return new Moving<>(new SkipTestWidget(), start);
    }

    @JSExport
    public static JSObject depth(String start) {
        return new Moving<>(new DepthWidget(), start);
    }

    @JSExport
    public static JSObject outerProduct(String start) {
        return new Moving<>(new OuterWidget(), start);
    }

    @JSExport
    public static JSObject gradientPrice(String start) {
        return new Moving<>(new PriceWidget(), start);
    }

    @JSExport
    public static JSObject gradient(String start) {
        return new Moving<>(new GradientWidget(), start);
    }

    @JSExport
    public static JSObject backprop(String start) {
        return new Moving<>(new BackpropWidget(), start);
    }

    @JSExport
    public static JSObject rotations(String start) {
        return new Moving<>(new RotationsWidget(), start);
    }

    @JSExport
    public static JSObject panda(String start) {
        return new Moving<>(new PandaWidget(), start);
    }
}
