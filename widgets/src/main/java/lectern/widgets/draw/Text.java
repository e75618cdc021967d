package lectern.widgets.draw;

/** Characters between tags; escaped when written. */
public record Text(String text) implements Node {}
