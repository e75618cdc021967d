package lectern.widgets.widget;

import lectern.widgets.draw.Node;

/**
 * The moving part of an interactive figure, as pure functions of one immutable state, compiled for the server and for the browser.
 * What is printed once and never changes (title, labels, question, notes) is its {@link Sheet}, which only the server holds.
 * {@link #update} gives only states that {@link #read} would accept: finite and within limits.
 *
 * @param <S> the state record
 */
public interface Widget<S> {

    /** Name in addresses, {@code two-link}. */
    String id();

    /** The state of a text; missing or unreadable fields take their usual value. */
    S read(Fields fields);

    /** The text of a state; {@code read(write(s))} gives a state with the same text. */
    String write(S state);

    /** The state after an event. */
    S update(S state, Event event);

    /** The marks of the figure, in the frame that the sheet gives. */
    Node[] view(S state);

    /** The marks while a reader drags: what is hidden, or only for the ear, may be {@link Node#KEPT} until the release. */
    default Node[] dragged(S state) {
        return view(state);
    }

    /** What the figure shows, in words. */
    String describe(S state);

    /** What stands in the {@link Slots} of the sheet: live texts, widths of bars, the picked option of a choice, the text of a field. */
    String[] live(S state);

    /** Every number the widget knows, for its sliders, its table and the sentences around it. */
    Quantity[] quantities(S state);

    /** The sentence that tells in which special regime the state is, spoken when it is entered; empty in the ordinary one. */
    String regime(S state);

    /** Whether time moves the state at present. */
    boolean plays(S state);
}
