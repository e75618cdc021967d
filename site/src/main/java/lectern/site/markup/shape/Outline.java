package lectern.site.markup.shape;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;

/**
 * A formula in outline: what stands beside what, with each symbol of the table as one thing. {@code symbols.js} makes it from KaTeX's parse tree.
 * {@code from} and {@code to} are 0-based places in the TeX; -1 where a macro brought the thing in.
 */
sealed interface Outline {
    int from();

    int to();

    /** @param power what stands as its exponent and is no part of its name; empty for nothing */
    record Symbol(int from, int to, String tex, List<Outline> power) implements Outline {}

    record Digit(int from, int to, String text) implements Outline {}

    /** An operator, a relation, a bracket or a comma. */
    record Sign(int from, int to, String text) implements Outline {}

    /** A function or a large operator: {@code \sin}, {@code \sum}. */
    record Named(int from, int to, String name) implements Outline {}

    record Group(int from, int to, List<Outline> body) implements Outline {}

    record Scripted(int from, int to, List<Outline> base, List<Outline> power, List<Outline> index) implements Outline {}

    record Fraction(int from, int to, List<Outline> above, List<Outline> below) implements Outline {}

    record Root(int from, int to, List<Outline> body) implements Outline {}

    /** @param close the closing bracket; {@code power} what stands at it */
    record Bracket(int from, int to, String open, String close, List<Outline> body, List<Outline> power) implements Outline {}

    record Table(int from, int to, List<List<List<Outline>>> rows) implements Outline {}

    /** Something whose shape cannot be told: a letter that the table does not hold, words, an arrow with a text. */
    record Other(int from, int to, String what) implements Outline {}

    /** The engine's answer. */
    static List<Outline> read(String answer) {
        return items(JsonParser.parseString(answer).getAsJsonArray());
    }

    private static List<Outline> items(JsonElement list) {
        var items = new ArrayList<Outline>();
        list.getAsJsonArray().forEach(item -> items.add(item(item.getAsJsonArray())));
        return List.copyOf(items);
    }

    /** The row that braces alone hold together. */
    private static List<Outline> row(JsonElement list) {
        var items = withoutEmpty(items(list));
        while (items.size() == 1 && items.getFirst() instanceof Group group) {
            items = withoutEmpty(group.body());
        }
        return items;
    }

    private static List<Outline> withoutEmpty(List<Outline> items) {
        return items.stream().filter(item -> !(item instanceof Group group && withoutEmpty(group.body()).isEmpty())).toList();
    }

    private static Outline item(JsonArray item) {
        int from = item.get(1).getAsJsonArray().get(0).getAsInt();
        int to = item.get(1).getAsJsonArray().get(1).getAsInt();
        return switch (item.get(0).getAsString()) {
            case "s" -> new Symbol(from, to, item.get(2).getAsString(), item.size() > 3 ? items(item.get(3)) : List.of());
            case "n" -> new Digit(from, to, item.get(2).getAsString());
            case "o" -> new Sign(from, to, item.get(2).getAsString());
            case "f" -> new Named(from, to, item.get(2).getAsString());
            case "g" -> new Group(from, to, items(item.get(2)));
            case "^" -> new Scripted(from, to, items(item.get(2)), items(item.get(3)), items(item.get(4)));
            case "/" -> new Fraction(from, to, row(item.get(2)), row(item.get(3)));
            case "r" -> new Root(from, to, items(item.get(2)));
            case "l" -> new Bracket(from, to, item.get(2).getAsString(), item.get(3).getAsString(), items(item.get(4)), List.of());
            case "m" -> new Table(from, to, item.get(2).getAsJsonArray().asList().stream()
                    .map(row -> row.getAsJsonArray().asList().stream().map(Outline::row).toList()).toList());
            default -> new Other(from, to, item.size() > 2 ? item.get(2).getAsString() : "words");
        };
    }
}
