/** The two-link bench: an arm in the plane whose Jacobian, ellipses and solvers move with the hand. */
@NullMarked
package lectern.widgets.twolink;

import org.jspecify.annotations.NullMarked;
