/** A seven-joint arm in space: its 6×7 Jacobian column by column, by two ways of computing it, with its ellipsoids. */
@NullMarked
package lectern.widgets.panda;

import org.jspecify.annotations.NullMarked;
