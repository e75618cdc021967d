package lectern.widgets.draw;

/**
 * An element whose inside comes from the book, such as a caption: the server writes it, the browser leaves it as it stands.
 *
 * @param name tag
 * @param css class
 * @param html finished markup of the inside
 */
public record Foreign(String name, String css, String html) implements Node {}
