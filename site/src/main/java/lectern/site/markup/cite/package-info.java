/** The works that a book cites: BibTeX in, entries for citations and reference lists out. */
@NullMarked
package lectern.site.markup.cite;

import org.jspecify.annotations.NullMarked;
