/** Rotations and the conventions they are written in: quaternions, rotation vectors, matrices, Euler angles. */
@NullMarked
package lectern.widgets.rotation;

import org.jspecify.annotations.NullMarked;
