/** Lucene only: knows passages, not Markdown. */
@NullMarked
package lectern.search;

import org.jspecify.annotations.NullMarked;
