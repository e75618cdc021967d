package lectern.widgets.oracle;

import java.util.ArrayList;
import java.util.List;

/**
 * A fact whose stated tolerance is tighter than the way it was written down allows; the tally names each one it used.
 *
 * @param abs the difference allowed instead
 * @param why what shows that the tolerance cannot be meant
 */
record Correction(String id, String field, double abs, String why) {
    private static final List<Correction> ALL = List.of(
        new Correction("panda.rtbtest.manip_qr", "rotation", 1e-4,
            "the source cuts its numbers after four decimals; KDL's Jacobian of the same pose (panda.franka_hand_tcp.rtb_qr) gives 2.745582"));

    /** The corrections of a case. */
    static List<Correction> of(Case one) {
        List<Correction> found = new ArrayList<>();
        for (Correction each : ALL) if (each.id.equals(one.id())) found.add(each);
        return found;
    }
}
