package lectern.widgets.browser;

import lectern.widgets.oracle.Case;
import lectern.widgets.oracle.Oracle;
import lectern.widgets.oracle.Tally;
import org.teavm.jso.JSExport;

/** Entry of the module {@code proof.js}: runs oracle cases in the reader's own browser. */
public final class Proof {
    private Proof() {}

    public static void main(String[] args) {}

    /**
     * Runs the cases of a file.
     *
     * @param file JSON text {@code {"cases": […]}}
     * @return JSON text of {@link Tally#json}
     */
    @JSExport
    public static String prove(String file) {
        return BrowserJson.write(run(file).json());
    }

    /** The same run as a table of plain text. */
    @JSExport
    public static String table(String file) {
        return run(file).text();
    }

    private static Tally run(String file) {
        return Oracle.run(Case.read(BrowserJson.read(file)));
    }
}
