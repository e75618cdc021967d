/** Formulas as a reader types them: read without recursion, evaluated and differentiated. */
@NullMarked
package lectern.widgets.expression;

import org.jspecify.annotations.NullMarked;
