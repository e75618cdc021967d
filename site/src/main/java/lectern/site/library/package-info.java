/** The one mutable reference: the snapshot that readers see, and the watcher that renews it. */
@NullMarked
package lectern.site.library;

import org.jspecify.annotations.NullMarked;
