package lectern.site.markup.shape;

import java.util.List;
import java.util.stream.Collectors;

/** What an exponent does to a shape. */
final class Powers {
    private Powers() {}

    static Found of(ShapeCheck check, Found base, List<Outline> power, Outline at) {
        var shape = base.shape();
        if (power.isEmpty() || shape == null) {
            return base;
        }
        var name = name(power);
        return switch (name) {
            case "\\top", "T", "\\intercal" -> Found.of(shape.transposed());
            case "-1", "+", "\\dagger" -> shape.isNumber() ? Found.NUMBER : shape.isList() ? check.unknown(at, "a list has no inverse") : Found.of(shape.transposed());
            case "-\\top", "-T" -> shape.isList() ? check.unknown(at, "a list has no inverse") : base;
            default -> {
                if (shape.isNumber()) {
                    yield base.kind() == Found.Kind.ZERO ? Found.LITERAL : base;
                }
                boolean square = name.matches("\\d+") && shape.same(shape.transposed()) == Shape.Same.YES;
                yield square ? base : check.unknown(at, "the exponent “" + name + "” of what is no number");
            }
        };
    }

    /** An exponent or a size as one text: {@code -1}, {@code k}. */
    static String name(List<Outline> items) {
        return items.stream().map(item -> switch (item) {
            case Outline.Sign s -> s.text();
            case Outline.Digit d -> d.text();
            case Outline.Symbol s -> s.power().isEmpty() ? s.tex() : "?";
            case Outline.Group g -> name(g.body());
            case Outline.Other o -> o.what();
            case Outline.Named n -> n.name();
            case Outline.Scripted _, Outline.Fraction _, Outline.Root _, Outline.Bracket _, Outline.Table _ -> "?";
        }).collect(Collectors.joining());
    }
}
