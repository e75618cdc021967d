package lectern.widgets.widget;

import lectern.widgets.draw.Element;
import lectern.widgets.draw.Node;

/**
 * An interactive figure as pure functions of one immutable state, compiled for the server and for the browser.
 * {@link #update} gives only states that {@link #read} would accept: finite and within limits.
 *
 * @param <S> the state record
 */
public interface Widget<S> {

    /** Name in addresses, {@code two-link}. */
    String id();

    /** Title, {@code Two-link bench}. */
    String title();

    /** Frame and units of everything shown. */
    String units();

    /** What is modelled, what is left out, and sources: one paragraph each. */
    String[] model();

    /** The question asked before the controls unlock. */
    Question question();

    /** Named states; at least three, and one that breaks the widget. */
    Preset[] presets();

    /** The state of a text; missing or unreadable fields take their usual value. */
    S read(Fields fields);

    /** The text of a state; {@code read(write(s))} gives a state with the same text. */
    String write(S state);

    /** The state after an event. */
    S update(S state, Event event);

    /** The figure: an {@code svg} element whose ids begin with the given prefix. */
    Element view(S state, String prefix);

    /** What the figure shows, in words. */
    String describe(S state);

    /** The live formulas and bars beside the figure. */
    Node[] readout(S state);

    /** Sliders, choices, fields and buttons, in tab order. */
    Control[] controls(S state);

    /** Every number the widget knows, for its table and for the sentences around it. */
    Quantity[] quantities(S state);

    /** Topics of the oracle whose cases show that this widget computes rightly: at least one. */
    String[] proof();

    /** How many of the controls, from the first, stand beside the figure; the others stand below it. */
    int beside();

    /** The sentence that tells in which special regime the state is, spoken when it is entered; empty in the ordinary one. */
    String regime(S state);

    /** Whether time moves the state at present. */
    default boolean plays(S state) {
        return false;
    }
}
