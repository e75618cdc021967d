package lectern.site.book;

/** A heading of a page's outline. {@code html} may hold rendered formulas; {@code text} is the same in plain words. */
public record Heading(int level, String id, String html, String text) {}
