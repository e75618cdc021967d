/** A point on a loss surface, a step, and a candidate for the gradient: the one arrow whose straight prediction is right for every small step. */
@NullMarked
package lectern.widgets.gradient;

import org.jspecify.annotations.NullMarked;
