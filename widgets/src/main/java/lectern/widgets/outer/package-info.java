/** The outer product: the gradient of a linear layer as error column times input row, cell by cell. */
@NullMarked
package lectern.widgets.outer;

import org.jspecify.annotations.NullMarked;
