package lectern.site.markup.shape;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks membership: {@code W ∈ ℝ^{k×d}}. */
final class Spaces {
    private static final Pattern REALS = Pattern.compile("\\\\mathbb\\s*\\{?R}?(?:\\^\\{?([^{}]*)}?)?");

    private Spaces() {}

    static void check(ShapeCheck check, @Nullable Found left, List<Outline> leftItems, List<Outline> space) {
        check.join();
        if (space.size() != 1 || !(space.getFirst() instanceof Outline.Symbol set)) {
            if (!space.isEmpty()) {
                check.unknown(space.getFirst(), "only ℝ with its sizes is known as a set");
            }
            return;
        }
        var m = REALS.matcher(set.tex());
        if (!m.matches()) {
            check.unknown(set, "only ℝ with its sizes is known as a set");
            return;
        }
        var sizes = set.power().isEmpty() ? m.group(1) == null ? List.<String>of() : List.of(m.group(1).split("\\\\times")) : sizes(set.power());
        if (sizes.size() > 2) {
            check.unknown(set, "tensors are not known");
            return;
        }
        var shape = sizes.isEmpty() ? Shape.NUMBER : new Shape(sizes.getFirst().strip(), sizes.size() == 2 ? sizes.get(1).strip() : "1");
        var declared = left == null ? null : left.shape();
        if (declared != null) {
            switch (declared.same(shape)) {
                case YES -> { }
                case NO -> check.misfit(space, check.phrase(leftItems, declared) + ", but here it is " + shape.words() + ".", "Correct the formula, or the shape in symbols.yml.");
                case UNSURE -> check.unknown(set, "it is not said whether " + declared.words() + " is " + shape.words());
            }
        }
    }

    private static List<String> sizes(List<Outline> power) {
        var flat = power.size() == 1 && power.getFirst() instanceof Outline.Group g ? g.body() : power;
        return ShapeCheck.split(flat, Set.of("\\times")).stream().map(Powers::name).toList();
    }
}
