/** The runner that holds the kernels against numbers computed elsewhere, on the JVM and in the browser. */
@NullMarked
package lectern.widgets.oracle;

import org.jspecify.annotations.NullMarked;
