/** Many clients at once, well behaved and not: what the server must stand. */
@NullMarked
package lectern.site.load;

import org.jspecify.annotations.NullMarked;
