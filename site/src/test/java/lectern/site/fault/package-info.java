/** What can break around a running book, each broken on purpose. */
@NullMarked
package lectern.site.fault;

import org.jspecify.annotations.NullMarked;
