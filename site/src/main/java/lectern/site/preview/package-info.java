/** What an author sees beside a reader: news of each save, and the problems found. */
@NullMarked
package lectern.site.preview;

import org.jspecify.annotations.NullMarked;
