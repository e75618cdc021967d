package lectern.widgets;

import lectern.widgets.depth.DepthWidget;
import lectern.widgets.outer.OuterWidget;
import lectern.widgets.price.PriceWidget;
import lectern.widgets.skiptest.SkipTestWidget;
import lectern.widgets.twolink.TwoLinkWidget;
import lectern.widgets.widget.Widget;
import org.jspecify.annotations.Nullable;

/** The moving parts of all widgets, as the browser finds them. */
public final class Catalogue {
    private Catalogue() {}

    /** The widget of a name; null when there is none. */
    public static @Nullable Widget<?> find(String id) {
        return id.equals("two-link") ? new TwoLinkWidget() : id.equals("skip-test") ? new SkipTestWidget()
            : id.equals("depth") ? new DepthWidget() : id.equals("outer-product") ? new OuterWidget()
            : id.equals("gradient-price") ? new PriceWidget() : null;
    }
}
