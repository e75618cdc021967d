package lectern.site.markup.shape;

import java.util.Optional;

/**
 * What the check needs to know of a symbol.
 *
 * @param shape nothing where none is declared
 * @param function whether brackets after it hold what it is a function of, and are no factor
 */
public record Quantity(Optional<Shape> shape, boolean function) {}
