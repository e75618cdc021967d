/** The book as files for any static host. */
@NullMarked
package lectern.site.export;

import org.jspecify.annotations.NullMarked;
