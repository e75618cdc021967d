/** The price of a gradient: reverse mode against one forward pass a weight, and the error of the difference step. */
@NullMarked
package lectern.widgets.price;

import org.jspecify.annotations.NullMarked;
