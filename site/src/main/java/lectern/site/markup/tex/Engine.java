package lectern.site.markup.tex;

/** Draws formulas and colours code; V8 here, something else where V8 does not load. Used by one thread at a time; one that throws is not asked again. */
interface Engine extends AutoCloseable {
    /** The answer of an engine that does not start here, to all but {@link #draw}, which says so in words. */
    String NONE = "\u0000";

    /** The formula as {@link Drawn#read} reads it. */
    String draw(Formula formula);

    /** A formula that can be drawn in outline, as {@link lectern.site.markup.shape.Outline} reads it. */
    String outline(Formula formula);

    /** Where the symbols stand in a formula that can be drawn, as {@link Spots#read} reads it. */
    String spots(Formula formula);

    /** Code as HTML with {@code hljs-…} classes; empty when the language is not known. */
    String colour(String code, String language);

    @Override
    void close();
}
