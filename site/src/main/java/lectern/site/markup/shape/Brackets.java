package lectern.site.markup.shape;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes one thing of what stands between brackets, and one number of digits. */
final class Brackets {
    private static final Set<String> OPEN = Set.of("(", "[", "\\lVert", "\\lvert", "\\langle", "\\{", "\\lbrace", "\\lbrack", "\\lceil", "\\lfloor");
    private static final Set<String> CLOSE = Set.of(")", "]", "\\rVert", "\\rvert", "\\rangle", "\\}", "\\rbrace", "\\rbrack", "\\rceil", "\\rfloor");

    private record Opened(Outline.Sign sign, List<Outline> before) {}

    private Brackets() {}

    /** The same row with brackets and numbers as one item each; a bracket without its other half stays a sign. */
    static List<Outline> nested(List<Outline> row) {
        var open = new ArrayDeque<Opened>();
        List<Outline> items = new ArrayList<>();
        for (var item : row) {
            if (item instanceof Outline.Sign sign && OPEN.contains(sign.text())) {
                open.push(new Opened(sign, items));
                items = new ArrayList<>();
            } else if (!open.isEmpty() && item instanceof Outline.Sign sign && CLOSE.contains(sign.text())) {
                items = closed(open.pop(), items, item, sign, List.of());
            } else if (!open.isEmpty() && item instanceof Outline.Scripted s && s.base().size() == 1 && s.base().getFirst() instanceof Outline.Sign sign && CLOSE.contains(sign.text())) {
                boolean norm = open.peek().sign.text().equals("\\lVert");
                // an entry of a bracket is a thing of its own, but a norm stays a number whatever its kind
                items = s.index().isEmpty() || norm ? closed(open.pop(), items, item, sign, s.power()) : replaced(open.pop(), new Outline.Other(s.from(), s.to(), "an index at a bracket"));
            } else if (item instanceof Outline.Digit digit && !items.isEmpty() && items.getLast() instanceof Outline.Digit before) {
                items.set(items.size() - 1, new Outline.Digit(before.from(), digit.to(), before.text() + digit.text()));
            } else {
                items.add(item);
            }
        }
        while (!open.isEmpty()) {
            var left = open.pop();
            left.before.add(left.sign);
            left.before.addAll(items);
            items = left.before;
        }
        return items;
    }

    private static List<Outline> closed(Opened opened, List<Outline> body, Outline last, Outline.Sign sign, List<Outline> power) {
        return replaced(opened, new Outline.Bracket(opened.sign.from(), last.to(), opened.sign.text(), sign.text(), body, power));
    }

    private static List<Outline> replaced(Opened opened, Outline with) {
        opened.before.add(with);
        return opened.before;
    }
}
