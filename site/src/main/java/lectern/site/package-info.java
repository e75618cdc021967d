/** The command line: builds every object by hand and starts what was asked for. */
@NullMarked
package lectern.site;

import org.jspecify.annotations.NullMarked;
