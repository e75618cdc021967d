/** What a search index must do, and the proof that ours does. */
@NullMarked
package lectern.search;

import org.jspecify.annotations.NullMarked;
