/** The whole book as one immutable value, and the reader that makes it of a folder. */
@NullMarked
package lectern.site.book;

import org.jspecify.annotations.NullMarked;
