package lectern.site.markup.shape;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How many rows and columns a quantity has: a number has one of each, a list is a column. A size is a letter, {@code k}, or a number, {@code 3}. */
public record Shape(String rows, String columns) {
    public static final Shape NUMBER = new Shape("1", "1");

    /** Whether two sizes are the same; a letter may stand for any number but one. */
    enum Same { YES, NO, UNSURE }

    /** What {@code symbols.yml} declares: {@code scalar}, {@code [n]} or {@code [k, d]}; nothing for anything else. */
    public static Optional<Shape> of(Object declared) {
        if (declared instanceof List<?> sizes) {
            var names = sizes.stream().map(size -> String.valueOf(size).strip()).toList();
            boolean plain = names.stream().allMatch(name -> name.matches("[\\p{L}\\p{N}_+-]{1,12}"));
            return !plain || names.isEmpty() || names.size() > 2 ? Optional.empty() : Optional.of(new Shape(names.getFirst(), names.size() == 2 ? names.get(1) : "1"));
        }
        return "scalar".equals(declared) ? Optional.of(NUMBER) : Optional.empty();
    }

    boolean isNumber() {
        return equals(NUMBER);
    }

    /** A list, upright or lying, with more than one entry. */
    boolean isList() {
        return !isNumber() && (rows.equals("1") || columns.equals("1"));
    }

    Shape transposed() {
        return new Shape(columns, rows);
    }

    Same same(Shape other) {
        var rowsToo = same(rows, other.rows);
        var columnsToo = same(columns, other.columns);
        return rowsToo == Same.NO || columnsToo == Same.NO ? Same.NO : rowsToo == Same.YES && columnsToo == Same.YES ? Same.YES : Same.UNSURE;
    }

    /** Whether a matrix product of the two exists. */
    Same chains(Shape next) {
        return same(columns, next.rows);
    }

    private static Same same(String a, String b) {
        if (a.equals(b)) {
            return Same.YES;
        }
        boolean bothNumbers = isDigits(a) && isDigits(b);
        boolean bothLetters = isLetter(a) && isLetter(b);
        return bothNumbers || bothLetters || a.equals("1") && isLetter(b) || b.equals("1") && isLetter(a) ? Same.NO : Same.UNSURE;
    }

    private static boolean isDigits(String size) {
        return size.chars().allMatch(Character::isDigit);
    }

    private static boolean isLetter(String size) {
        return size.codePointCount(0, size.length()) == 1 && Character.isLetter(size.codePointAt(0));
    }

    /** In words: "a number", "a list of k", "a row of d", "k×d". */
    public String words() {
        return isNumber() ? "a number" : columns.equals("1") ? "a list of " + rows : rows.equals("1") ? "a row of " + columns : rows + "×" + columns;
    }

    /** Names in the order in which they are declared, as a reader writes them: {@code k × d}. */
    public String text() {
        return isNumber() ? "a number" : columns.equals("1") ? rows + (isDigits(rows) ? " numbers" : " entries") : List.of(rows, columns).stream().collect(Collectors.joining(" × "));
    }
}
