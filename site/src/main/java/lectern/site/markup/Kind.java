package lectern.site.markup;

import java.util.Locale;

/** What a thing is that can be numbered, named or referred to. */
public enum Kind {
    HEADING(""), PARAGRAPH(""), EQUATION("Equation"), FIGURE("Figure"), TABLE("Table"), CODE("Program"),
    THEOREM("Theorem"), LEMMA("Lemma"), COROLLARY("Corollary"), PROPOSITION("Proposition"), DEFINITION("Definition"), EXAMPLE("Example"), REMARK("Remark"),
    OBSERVATION("Observation"), CONJECTURE("Conjecture"), AXIOM("Axiom"), ASSUMPTION("Assumption"), CRITERION("Criterion"), PROPERTY("Property"),
    ALGORITHM("Algorithm"), PROOF("Proof"), EXERCISE("Exercise"), SOLUTION("Solution"), TERM(""), NOTE("Note"), FOOTNOTE("Footnote"), CITATION("");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /** "Figure"; empty for what is called by its title. */
    public String word() {
        return word;
    }

    /** Whether the book counts these; notes and footnotes are counted page by page. */
    public boolean isCounted() {
        return !word.isEmpty() && this != PROOF && this != SOLUTION && this != NOTE && this != FOOTNOTE;
    }

    /** The kind of a member of the theorem family. */
    public static Kind ofStatement(String name) {
        return valueOf(name.replaceFirst("^prf:", "").toUpperCase(Locale.ROOT));
    }
}
