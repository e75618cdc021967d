/** The depth bench: a chain of layers whose factors make a gradient vanish, explode, or round to nothing. */
@NullMarked
package lectern.widgets.depth;

import org.jspecify.annotations.NullMarked;
