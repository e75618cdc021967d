/** A computation as a tape of lines, stepped forwards and backwards, with what each way of differentiating has to hold. */
@NullMarked
package lectern.widgets.backprop;

import org.jspecify.annotations.NullMarked;
