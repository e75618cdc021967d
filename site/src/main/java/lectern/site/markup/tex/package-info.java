/** TeX to HTML and MathML by KaTeX, and code to coloured HTML, both in V8 on the server. */
@NullMarked
package lectern.site.markup.tex;

import org.jspecify.annotations.NullMarked;
