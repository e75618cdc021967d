package lectern.site.markup.shape;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Sums of products, and the shapes they have. */
final class Terms {
    private static final Set<String> SIGNS = Set.of("+", "-", "\\pm", "\\mp", "−");
    private static final Set<String> DOTS = Set.of("\\cdots", "\\dots", "\\ldots", "\\dotsb", "…", "\\@cdots");
    private static final int MOST_FACTORS = 10;

    private final ShapeCheck check;

    Terms(ShapeCheck check) {
        this.check = check;
    }

    /** A factor, and the sign between it and the one before. */
    record Factor(Found found, String joint, List<Outline> items) {}

    /** The shape that all terms of a row have. */
    Found sum(List<Outline> row) {
        var items = Brackets.nested(row);
        Found all = null;
        int first = 0;
        for (var term : ShapeCheck.split(items, SIGNS)) {
            if (term.isEmpty()) { // the sign before the first
                continue;
            }
            var next = product(term);
            if (all == null || all.kind() == Found.Kind.DOTS) {
                all = next;
            } else {
                check.join();
                all = added(all, items.subList(first, items.indexOf(term.getFirst())), next, term);
            }
        }
        return all == null ? Found.DOTS : all;
    }

    private Found added(Found a, List<Outline> before, Found b, List<Outline> term) {
        if (b.kind() == Found.Kind.DOTS) {
            return a;
        }
        var one = a.shape();
        var two = b.shape();
        if (one == null || two == null) {
            return Found.UNKNOWN;
        }
        if (a.isWrittenOut() && b.isWrittenOut()) {
            return Found.LITERAL;
        }
        if (a.isWrittenOut() != b.isWrittenOut() && !(one.isNumber() && two.isNumber())) {
            return check.unknown(term.getFirst(), "a number beside a list may stand for a list of that number");
        }
        return switch (one.same(two)) {
            case YES -> Found.of(one);
            case NO -> check.misfit(term, check.phrase(withoutSign(before), one) + " and " + check.phrase(term, two) + ": what is added needs one shape.",
                    "Look for a missing transpose, or correct the shape in symbols.yml.");
            case UNSURE -> check.unknown(term.getFirst(), "it is not said whether " + one.words() + " is " + two.words());
        };
    }

    private static List<Outline> withoutSign(List<Outline> items) {
        return items.isEmpty() || !(items.getLast() instanceof Outline.Sign s && SIGNS.contains(s.text())) ? items : items.subList(0, items.size() - 1);
    }

    Found product(List<Outline> items) {
        if (items.size() == 1 && items.getFirst() instanceof Outline.Sign s && DOTS.contains(s.text())) {
            return Found.DOTS;
        }
        var parts = ShapeCheck.split(items, Set.of("\\odot"));
        if (parts.size() == 1) {
            return chained(new Factors(check, this, items).all());
        }
        check.join();
        Found all = chained(new Factors(check, this, parts.getFirst()).all());
        for (var part : parts.subList(1, parts.size())) {
            var next = chained(new Factors(check, this, part).all());
            all = all.isNumber() || next.isNumber() ? check.unknown(part.isEmpty() ? items.getFirst() : part.getFirst(), "⊙ joins lists") : added(all, parts.getFirst(), next, part);
        }
        return all;
    }

    private Found chained(List<Factor> factors) {
        if (factors.size() > 1) {
            check.join();
        }
        for (var factor : factors) {
            if (factor.found.shape() == null) {
                return factor.found.kind() == Found.Kind.DOTS ? check.unknown(factor.items.getFirst(), "dots in a product") : Found.UNKNOWN;
            }
        }
        if (factors.size() == 1) {
            return factors.getFirst().found;
        }
        if (factors.stream().allMatch(f -> f.found.isNumber())) {
            return factors.stream().allMatch(f -> f.found.isWrittenOut()) ? Found.LITERAL : Found.NUMBER;
        }
        if (factors.isEmpty() || factors.size() > MOST_FACTORS) {
            return Found.UNKNOWN;
        }
        return bracketed(factors);
    }

    /** A product is read in whichever order makes it exist: {@code W xᵀ y} is {@code W (xᵀ y)}. */
    private Found bracketed(List<Factor> factors) {
        int n = factors.size();
        boolean unsure = false;
        var shapes = new ArrayList<List<Set<Shape>>>();
        for (int from = 0; from < n; from++) {
            shapes.add(new ArrayList<>());
            for (int to = 0; to < n; to++) {
                shapes.get(from).add(new HashSet<>());
            }
            shapes.get(from).get(from).add(factors.get(from).found.shape());
        }
        for (int length = 2; length <= n; length++) {
            for (int from = 0; from + length <= n; from++) {
                int to = from + length - 1;
                for (int cut = from; cut < to; cut++) {
                    for (var left : shapes.get(from).get(cut)) {
                        for (var right : shapes.get(cut + 1).get(to)) {
                            unsure |= times(left, right, factors.get(cut + 1).joint, shapes.get(from).get(to));
                        }
                    }
                }
            }
        }
        var whole = shapes.getFirst().getLast();
        if (whole.size() == 1) {
            return Found.of(whole.iterator().next());
        }
        var at = factors.getFirst().items.getFirst();
        return !whole.isEmpty() ? check.unknown(at, "the product can be read in two ways") : unsure ? check.unknown(at, "it is not said whether two sizes are the same") : misfit(factors, shapes);
    }

    /** Adds the shape of a product to those that are possible; true where it is not sure whether there is one. */
    private static boolean times(Shape left, Shape right, String joint, Set<Shape> possible) {
        if (left.isNumber() || right.isNumber()) {
            possible.add(left.isNumber() ? right : left);
            return false;
        }
        if (joint.equals("\\cdot") && left.isList() && left.same(right) == Shape.Same.YES) {
            possible.add(Shape.NUMBER);
            return false;
        }
        if (left.chains(right) == Shape.Same.YES) {
            possible.add(new Shape(left.rows(), right.columns()));
        }
        return left.chains(right) == Shape.Same.UNSURE || joint.equals("\\times");
    }

    /** The first factor that the ones before it cannot be multiplied by. */
    private Found misfit(List<Factor> factors, List<List<Set<Shape>>> shapes) {
        int at = 1;
        while (at + 1 < factors.size() && !shapes.getFirst().get(at).isEmpty()) {
            at++;
        }
        var before = factors.subList(0, at).stream().flatMap(f -> f.items.stream()).toList();
        var left = shapes.getFirst().get(at - 1).iterator().next();
        var right = factors.get(at);
        return check.misfit(right.items, check.phrase(before, left) + " and " + check.phrase(right.items, right.found.shape()) + ": their product does not exist.",
                "A product needs as many columns at its left as rows at its right; look for a missing transpose, or correct the shape in symbols.yml.");
    }
}
