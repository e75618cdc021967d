/** Whether the two sides of an equation, and what is added and multiplied in it, have shapes that fit. */
@NullMarked
package lectern.site.markup.shape;

import org.jspecify.annotations.NullMarked;
