package lectern.site.book;

/**
 * A mistake in a book, told to its author: where it is, which rule it breaks, and what to do.
 *
 * @param file path inside the book folder, with forward slashes
 * @param line 1-based; 0 when the problem is the file's as a whole
 * @param column 1-based; 0 when the problem is the line's as a whole
 * @param hint what to do, often "did you mean …"; empty when there is nothing to say
 */
public record Problem(String file, int line, int column, Severity severity, String rule, String message, String hint) {
    /** How much a problem matters: an error breaks the page, a warning does not. */
    public enum Severity { ERROR, WARNING }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** {@code file:line:column: severity: message [rule]}, and the hint behind it. */
    @Override
    public String toString() {
        var text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line);
            if (column > 0) {
                text.append(':').append(column);
            }
        }
        text.append(": ").append(severity == Severity.ERROR ? "error" : "warning").append(": ").append(message).append(" [").append(rule).append(']');
        return hint.isEmpty() ? text.toString() : text.append(' ').append(hint).toString();
    }
}
