package lectern.widgets.widget;

import lectern.widgets.draw.Node;

/** Everything about a widget that is printed once: written by the server, never part of the browser's module. */
public interface Sheet<S> {

    /** The moving part. */
    Widget<S> widget();

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

    /** Name of the figure. */
    String figure();

    /** Height of the figure's box, 520 units wide. */
    int height();

    /** The live formulas and bars beside the figure, their slots filled in document order. */
    Node[] readout(Slots slots);

    /** Choices, fields and buttons, in tab order, after the readout. */
    Node[] choices(Slots slots, String prefix);

    /** How the widget's quantities are written, in their order. */
    Symbol[] symbols();

    /** How many quantities, from the first, have their slider beside the figure; other settable ones stand under "More controls". */
    int beside();

    /** Topics of the oracle whose cases show that this widget computes rightly: at least one. */
    String[] proof();
}
