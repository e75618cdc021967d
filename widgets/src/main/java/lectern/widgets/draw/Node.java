package lectern.widgets.draw;

/** One node of a picture or a panel. */
public sealed interface Node permits Element, Text, Foreign {}
