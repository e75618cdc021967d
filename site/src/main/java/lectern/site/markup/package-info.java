/** MyST Markdown as a tree with the place of everything in it: what an author wrote, before anything is numbered, looked up or drawn. */
@NullMarked
package lectern.site.markup;

import org.jspecify.annotations.NullMarked;
