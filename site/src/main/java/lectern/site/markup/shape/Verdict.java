package lectern.site.markup.shape;

/** What the check of a formula's shapes found. */
public sealed interface Verdict {
    /** A formula without a relation, a sum or a product: there is nothing to fit. */
    record Nothing() implements Verdict {}

    /** Every part fits. */
    record Fits() implements Verdict {}

    /** Where the check ends, nothing is claimed. @param reason a clause: "there is no shape for “f”" */
    record NotChecked(int at, String reason) implements Verdict {}

    /** Two parts that cannot fit. @param at 0-based place in the TeX of the second; -1 when a macro brought it in */
    record Misfit(int at, String message, String hint) implements Verdict {}
}
