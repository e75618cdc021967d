/** The numbers of the book's worked examples: named functions of the kernels, for the server only. */
@NullMarked
package lectern.widgets.worked;

import org.jspecify.annotations.NullMarked;
