package lectern.site.markup.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the factors of one product from left to right. */
final class Factors {
    private static final Set<String> JOINTS = Set.of("\\cdot", "\\times", "*", "\\ast", "/", "\\cdotp");
    private static final Set<String> OF_NUMBERS = Set.of("\\sin", "\\cos", "\\tan", "\\tanh", "\\sinh", "\\cosh", "\\exp", "\\log", "\\ln", "\\arctan", "\\arcsin", "\\arccos");
    private static final Set<String> OF_MATRICES = Set.of("\\det", "tr", "rank", "\\operatorname{tr}");

    private final ShapeCheck check;
    private final Terms terms;
    private final List<Outline> items;
    private int at;

    Factors(ShapeCheck check, Terms terms, List<Outline> items) {
        this.check = check;
        this.terms = terms;
        this.items = items;
    }

    List<Terms.Factor> all() {
        var factors = new ArrayList<Terms.Factor>();
        String joint = "";
        while (at < items.size()) {
            if (items.get(at) instanceof Outline.Sign s && JOINTS.contains(s.text())) {
                joint = s.text();
                at++;
                continue;
            }
            int from = at;
            var found = next();
            if (joint.equals("/") && !found.isNumber()) {
                found = check.unknown(items.get(from), "only a number divides");
            }
            factors.add(new Terms.Factor(found, joint, items.subList(from, at)));
            joint = "";
        }
        return factors;
    }

    private Found next() {
        var item = items.get(at++);
        return switch (item) {
            case Outline.Symbol s when s.tex().startsWith("\\nabla") -> gradient(s);
            case Outline.Symbol s -> symbol(s);
            case Outline.Digit d -> d.text().matches("0*(?:\\.0*)?") ? d.text().contains("0") ? Found.ZERO : check.unknown(d, "a full stop") : Found.LITERAL;
            case Outline.Group g -> terms.sum(g.body());
            case Outline.Named n -> named(n, n.name());
            case Outline.Scripted s -> scripted(s);
            case Outline.Fraction f -> fraction(f);
            case Outline.Root r -> numberOf(terms.sum(r.body()), r, "the root of what is no number");
            case Outline.Bracket b -> bracket(b);
            case Outline.Table t -> check.unknown(t, "lines inside a formula");
            case Outline.Sign s -> check.unknown(s, "“" + s.text() + "” is not known");
            case Outline.Other o -> check.unknown(o, "“" + o.what() + "” is not known");
        };
    }

    private Found symbol(Outline.Symbol s) {
        var known = check.quantity(s.tex());
        var found = known.shape().map(Found::of).orElseGet(() -> check.unknown(s, "there is no shape for “" + s.tex() + "”"));
        if (known.function() && s.power().isEmpty() && at < items.size() && items.get(at) instanceof Outline.Bracket b && isRound(b)) {
            at++;
            arguments(b);
            return Powers.of(check, found, b.power(), b);
        }
        return Powers.of(check, found, s.power(), s);
    }

    /** The shapes of what a function is given, for what may be wrong in them. */
    private List<Found> arguments(Outline.Bracket b) {
        return ShapeCheck.split(Brackets.nested(b.body()), Set.of(",", ";")).stream().map(terms::sum).toList();
    }

    /** {@code ∇_W L} has the shape declared for {@code ∇_W}; {@code ∇ L(w)} has the shape of {@code w}. */
    private Found gradient(Outline.Symbol nabla) {
        var declared = check.quantity(nabla.tex()).shape();
        if (at == items.size() || !(items.get(at) instanceof Outline.Symbol of) || !check.quantity(of.tex()).shape().equals(java.util.Optional.of(Shape.NUMBER))) {
            return check.unknown(nabla, "the gradient of something that is not declared as a number");
        }
        at++;
        Found found = declared.map(Found::of).orElse(Found.UNKNOWN);
        List<Outline> power = of.power();
        if (at < items.size() && items.get(at) instanceof Outline.Bracket b && isRound(b) && check.quantity(of.tex()).function()) {
            at++;
            var given = arguments(b);
            power = b.power();
            found = declared.isEmpty() && given.size() == 1 ? given.getFirst() : found;
        } else if (declared.isEmpty()) {
            return check.unknown(nabla, "it is not said by what the gradient is taken");
        }
        return Powers.of(check, found, power, nabla);
    }

    private Found named(Outline item, String name) {
        if (OF_NUMBERS.contains(name)) {
            return numberOf(argument(), item, "a function of numbers, given what is no number");
        }
        if (OF_MATRICES.contains(name)) {
            var of = argument();
            return of.shape() == null ? Found.UNKNOWN : Found.NUMBER;
        }
        if (name.equals("\\sum") || name.equals("\\prod")) {
            var of = terms.product(items.subList(at, items.size()));
            at = items.size();
            return name.equals("\\sum") ? new Found(of.shape(), Found.Kind.PLAIN) : numberOf(of, item, "a product over what is no number");
        }
        return check.unknown(item, "“" + name + "” is not known");
    }

    /** What a function without brackets is taken of: the factors up to the next function or sign. */
    private Found argument() {
        if (at < items.size() && items.get(at) instanceof Outline.Bracket b) {
            at++;
            return bracket(b);
        }
        int from = at;
        while (at < items.size() && !(items.get(at) instanceof Outline.Sign) && !(items.get(at) instanceof Outline.Named && at > from)) {
            at++;
        }
        return at == from ? Found.UNKNOWN : terms.product(items.subList(from, at));
    }

    private Found scripted(Outline.Scripted s) {
        var base = s.base().size() == 1 ? s.base().getFirst() : new Outline.Group(s.from(), s.to(), s.base());
        if (base instanceof Outline.Named n) {
            return named(s, n.name());
        }
        if (!s.index().isEmpty()) {
            return check.unknown(s, "an index at what is no symbol");
        }
        var found = switch (base) {
            case Outline.Group g -> terms.sum(g.body());
            case Outline.Bracket b -> bracket(b);
            case Outline.Digit _ -> Found.LITERAL;
            case Outline.Symbol _, Outline.Sign _, Outline.Named _, Outline.Scripted _, Outline.Fraction _, Outline.Root _, Outline.Table _, Outline.Other _ ->
                check.unknown(s, "an exponent at what is no symbol");
        };
        return Powers.of(check, found, s.power(), s);
    }

    private Found fraction(Outline.Fraction f) {
        if (isDerivative(f.above()) && isDerivative(f.below())) {
            return derivative(f);
        }
        var above = terms.sum(f.above());
        var below = terms.sum(f.below());
        if (above.shape() == null || below.shape() == null) {
            return Found.UNKNOWN;
        }
        return !below.isNumber() ? check.unknown(f, "only a number divides") : above.isWrittenOut() && below.isWrittenOut() ? Found.LITERAL : Found.of(above.shape());
    }

    private static boolean isDerivative(List<Outline> items) {
        return items.size() > 1 && items.getFirst() instanceof Outline.Sign s && s.text().equals("\\partial");
    }

    /** The derivative of one list by another is the Jacobian, a row for each entry above. How that of a number by a list lies is a habit. */
    private Found derivative(Outline.Fraction f) {
        var of = terms.product(Brackets.nested(f.above().subList(1, f.above().size()))).shape();
        var by = terms.product(Brackets.nested(f.below().subList(1, f.below().size()))).shape();
        if (of == null || by == null) {
            return Found.UNKNOWN;
        }
        boolean lists = of.columns().equals("1") && by.columns().equals("1") && !of.isNumber();
        return by.isNumber() ? Found.of(of) : lists ? Found.of(new Shape(of.rows(), by.rows())) : check.unknown(f, "a derivative that some write as a row and some as a column");
    }

    private Found bracket(Outline.Bracket b) {
        var found = switch (b.open()) {
            case "\\lVert" -> {
                var of = terms.sum(b.body());
                yield of.shape() == null ? Found.UNKNOWN : Found.NUMBER;
            }
            case "\\lvert", "|" -> numberOf(terms.sum(b.body()), b, "the absolute value of what is no number");
            case "(", "[" -> b.body().size() == 1 && b.body().getFirst() instanceof Outline.Table t ? matrix(t) : inBrackets(b);
            default -> check.unknown(b, "“" + b.open() + "” is not known");
        };
        return Powers.of(check, found, b.power(), b);
    }

    private Found inBrackets(Outline.Bracket b) {
        var body = Brackets.nested(b.body());
        return body.stream().anyMatch(i -> i instanceof Outline.Sign s && (s.text().equals(",") || s.text().equals(";"))) ? check.unknown(b, "a list in brackets") : terms.sum(body);
    }

    private Found matrix(Outline.Table table) {
        int columns = table.rows().stream().mapToInt(List::size).max().orElse(0);
        boolean numbers = !table.rows().isEmpty() && table.rows().stream().allMatch(row -> row.size() == columns && row.stream().map(terms::sum).allMatch(Found::isNumber));
        return numbers ? Found.of(new Shape(String.valueOf(table.rows().size()), String.valueOf(columns))) : check.unknown(table, "a matrix of what is no number");
    }

    private static boolean isRound(Outline.Bracket b) {
        return b.open().equals("(") || b.open().equals("[");
    }

    private Found numberOf(Found found, Outline at, String reason) {
        return found.isNumber() ? found.isWrittenOut() ? Found.LITERAL : Found.NUMBER : found.isUnknown() ? found : check.unknown(at, reason);
    }
}
