/** The front door of the mathematics and the widgets. */
@NullMarked
package lectern.widgets;

import org.jspecify.annotations.NullMarked;
