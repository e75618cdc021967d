package lectern.site.markup.tex;

import java.util.List;
import java.util.Optional;
import lectern.site.markup.shape.Shape;

/**
 * One meaning of a symbol of the book.
 *
 * @param tex as {@code symbols.yml} writes it, {@code \dot q}
 * @param unit empty for a pure number
 * @param shape nothing where none is declared
 * @param function whether brackets after it hold what it is a function of, and are no factor
 * @param say how it is spoken; empty when the table does not say
 * @param colour class of its colour; empty for ink
 * @param in labels of the parts of the book in which this meaning holds; empty for everywhere
 */
public record Symbol(
        String id, String tex, String meaning, String unit, Optional<Shape> shape, boolean function, String say, String colour, List<String> in, List<String> aliases) {
    public Symbol {
        in = List.copyOf(in);
        aliases = List.copyOf(aliases);
    }
}
