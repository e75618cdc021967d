package lectern.site.markup;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a book is checked for. A rule's id is its name in lower case with hyphens; errors break the page, warnings do not. */
public enum Rule {
    UNREADABLE_BOOK(true), UNREADABLE_PAGE(true), HALF_SAVED(true), MISSING_PAGE(true), INVALID_FRONT_MATTER(true), UNKNOWN_KEY(false), UNKNOWN_DIRECTIVE(true), UNKNOWN_ROLE(true),
    BAD_OPTION(true), UNCLOSED(true), TOO_DEEP(true), INCLUDE(true), BROKEN_REFERENCE(true), DUPLICATE_LABEL(true), MISSING_CITATION(true), UNUSED_REFERENCE(false),
    BIBLIOGRAPHY(true), MISSING_IMAGE(true), IMAGE_WITHOUT_ALT(false), MATHS(true), HEADING_JUMP(false), UNDEFINED_SYMBOL(false), DEAD_LINK(true),
    NOT_IN_CONTENTS(false), UNKNOWN_WIDGET(true), BAD_STATE(true), FOOTNOTE(true), SUBSTITUTION(true), RAW_HTML(false), SYMBOLS(true), SHAPE_MISMATCH(false), NOT_RUN(false);

    private final boolean error;

    Rule(boolean error) {
        this.error = error;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether breaking it is an error unless the book says otherwise. */
    public boolean isError() {
        return error;
    }

    public static Optional<Rule> of(String id) {
        return Arrays.stream(values()).filter(r -> r.id().equals(id)).findFirst();
    }
}
