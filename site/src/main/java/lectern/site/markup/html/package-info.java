/** Trees as HTML: asks for the facts of the book that a block needs, and remembers what it asked. */
@NullMarked
package lectern.site.markup.html;

import org.jspecify.annotations.NullMarked;
