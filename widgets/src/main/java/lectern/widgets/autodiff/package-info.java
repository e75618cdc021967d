/** Derivatives by machine: a tape of scalars, a graph of tensors, optimisers, and number formats. */
@NullMarked
package lectern.widgets.autodiff;

import org.jspecify.annotations.NullMarked;
