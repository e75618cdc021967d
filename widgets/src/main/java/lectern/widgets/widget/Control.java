package lectern.widgets.widget;

/** A native control of a widget. */
public sealed interface Control {

    /**
     * A quantity with a range and a number box.
     *
     * @param unit {@code rad} follows the reader's choice of radians or degrees
     * @param step one press of an arrow key
     * @param decimals in the number box
     */
    record Slider(Symbol symbol, String name, double value, String unit, double low, double high, double step, int decimals) implements Control {}

    /** One of a few options; options and their words go together. */
    record Choice(String name, String words, String[] options, String[] labels, String chosen) implements Control {}

    /**
     * A typed formula.
     *
     * @param verdict judgement on it: {@code right}, {@code wrong} or empty
     * @param remark what to say about it; may be empty
     */
    record Field(Symbol symbol, String name, String text, String verdict, String remark) implements Control {}

    /** A button of the widget's own. */
    record Button(String name, String words) implements Control {}
}
