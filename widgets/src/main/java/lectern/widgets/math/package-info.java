/** Small dense linear algebra, numerics that agree on the JVM and in the browser, and numbers as text. */
@NullMarked
package lectern.widgets.math;

import org.jspecify.annotations.NullMarked;
