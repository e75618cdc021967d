/** Formulas as a search sees them: read from MathML, TeX or plain typing into one line of atoms, cut into terms, compared. */
@NullMarked
package lectern.search.formula;

import org.jspecify.annotations.NullMarked;
