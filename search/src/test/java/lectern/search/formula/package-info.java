/** Proof that formulas are read alike from each notation, and found. */
@NullMarked
package lectern.search.formula;

import org.jspecify.annotations.NullMarked;
