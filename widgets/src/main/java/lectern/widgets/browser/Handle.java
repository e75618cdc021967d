package lectern.widgets.browser;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** One widget on the page as {@code shell.js} holds it: all that it may ask the compiled code. Events are parts of one gesture until it is settled. */
interface Handle extends JSObject {
    /** Something that shows a text in a place of the widget. */
    @JSFunctor
    interface Show extends JSObject {
        void text(int place, String text);
    }

    String write();

    /** The text that the widget itself would write for a state. */
    String plain(String text);

    /** Sets the state of a text, as a step that can be undone; gives the keys that could not be read. */
    String load(String text);

    boolean held();

    boolean past();

    boolean future();

    boolean plays();

    void settle();

    void cancel();

    void undo();

    void redo();

    void drag(String handle, double x, double y);

    void step(String handle, double right, double up);

    void limit(String handle, boolean upper);

    void choose(String choice, String option);

    void fill(String field, String text);

    void press(String button);

    void pass(double seconds);

    /** A number as the reader typed it, in the unit shown. */
    void type(String name, String text, boolean degrees);

    /** A quantity moved by so many of its steps; the widget keeps it within its limits. */
    void nudge(String name, double steps);

    String describe();

    String regime();

    /** Brings the marks of the figure and the live texts to the present state by touching only what differs; true when texts are left for a next frame. */
    boolean draw(JSObject svg, @Nullable JSObject first, Show show);

    /** Tells the names of the quantities that are not as last told; of all, if asked anew. */
    void numbers(boolean degrees, boolean anew, Show show);

    /** A quantity in one of its forms: as in a sentence, on a slider (value, low, high, part, spoken), in a box (number, unit). */
    String number(int index, int form);

    boolean settable(int index);

    /** A number as all numbers are shown. */
    String shown(double value);
}
