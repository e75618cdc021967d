/** What is said of a page: its sentences as spoken words, each tied to the place on the page that it reads. */
@NullMarked
package lectern.site.narration.speech;

import org.jspecify.annotations.NullMarked;
