package lectern.widgets.widget;

/** What a reader did to a widget. Points are in the picture's view units, quantities in SI units and radians. */
public sealed interface Event {

    /** A handle was pulled to a point. */
    record Drag(String handle, double x, double y) implements Event {}

    /** A handle was moved by arrow keys: one step is 1, a fine step 0.1, a coarse step 10. */
    record Step(String handle, double right, double up) implements Event {}

    /** A handle was sent to its lower or upper limit by Home or End. */
    record Limit(String handle, boolean upper) implements Event {}

    /** A quantity was given a value. */
    record Put(String quantity, double value) implements Event {}

    /** An option of a choice was picked. */
    record Choose(String choice, String option) implements Event {}

    /** A text field was filled in. */
    record Fill(String field, String text) implements Event {}

    /** One of the widget's own buttons was pressed. */
    record Press(String button) implements Event {}

    /** Time went by while the widget plays. */
    record Pass(double seconds) implements Event {}
}
