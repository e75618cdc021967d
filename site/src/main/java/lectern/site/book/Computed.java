package lectern.site.book;

/**
 * A number that the kernels computed for a sentence.
 *
 * @param expression as the author wrote it, {@code two-link.qdot2?q=0.3,0.001 | 3 significant}
 * @param value as it stands in the sentence
 */
public record Computed(String expression, String value) {
    /** The widget or worked example whose kernels computed it. */
    public String source() {
        return expression.strip().replaceFirst("\\..*", "");
    }
}
