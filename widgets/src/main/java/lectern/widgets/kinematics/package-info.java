/** Arms and their Jacobians: poses, chains of joints, and the steps that solve for joint velocities. */
@NullMarked
package lectern.widgets.kinematics;

import org.jspecify.annotations.NullMarked;
