package lectern.widgets.draw;

/** One node of a picture or a panel. */
public sealed interface Node permits Element, Text, Foreign {
    /** In a figure that follows another: what stands at this place stays as it was drawn. */
    Node KEPT = new Text("");
}
