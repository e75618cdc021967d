/** The skip-test: four typed entries of the two-link Jacobian, judged by their values, with the mistake named. */
@NullMarked
package lectern.widgets.skiptest;

import org.jspecify.annotations.NullMarked;
