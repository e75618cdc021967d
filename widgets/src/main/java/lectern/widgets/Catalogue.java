package lectern.widgets;

import lectern.widgets.skiptest.SkipTestWidget;
import lectern.widgets.twolink.TwoLinkWidget;
import lectern.widgets.widget.Widget;
import org.jspecify.annotations.Nullable;

/** All widgets, in the order of the book. */
public final class Catalogue {
    private static final Widget<?>[] ALL = {new SkipTestWidget(), new TwoLinkWidget()};

    private Catalogue() {}

    static Widget<?>[] all() {
        return ALL;
    }

    /** The widget of a name; null when there is none. */
    public static @Nullable Widget<?> find(String id) {
        for (Widget<?> widget : ALL) {
            if (widget.id().equals(id)) {
                return widget;
            }
        }
        return null;
    }
}
