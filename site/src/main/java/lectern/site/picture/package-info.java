/** Pictures as pixels: our own drawings painted by the JDK, with the book's own letters and no font of the machine's. */
@NullMarked
package lectern.site.picture;

import org.jspecify.annotations.NullMarked;
