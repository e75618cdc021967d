package lectern.site.markup.html;

import lectern.site.markup.Place;
import lectern.site.markup.shape.Verdict;
import lectern.site.markup.tex.Formula;

/**
 * A formula as it stands in a block.
 *
 * @param mathMl as it stands in the page; empty when there is none
 * @param shapes what the check of its shapes found
 * @param place of what could not be checked, or of the formula
 */
public record UsedFormula(Formula formula, String mathMl, Verdict shapes, Place place) {
    /** The same formula in another place. */
    public UsedFormula at(Place place) {
        return place.equals(this.place) ? this : new UsedFormula(formula, mathMl, shapes, place);
    }
}
