/** Widgets on other sites: what to paste there, and the script that the pasted line loads. */
@NullMarked
package lectern.site.embed;

import org.jspecify.annotations.NullMarked;
