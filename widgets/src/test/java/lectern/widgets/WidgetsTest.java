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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class WidgetsTest {
    /** Bytes of the compiled module after gzip. The bar is 45 KB for all of them. */
    private static final int LARGEST_MODULE = 44_000;
    private static final int LARGEST_JUDGE = 18_100;

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

    /** Grows only on purpose: what a reader's browser loads for the first widget, and for the first exercise. */
    @ParameterizedTest
    @CsvSource({"widgets.js," + LARGEST_MODULE, "answers.js," + LARGEST_JUDGE})
    void theBrowserModulesStaySmall(String name, int largest) throws IOException {
        try (var module = WidgetsTest.class.getResourceAsStream("/public/" + name)) {
            var bytes = new ByteArrayOutputStream();
            try (var zip = new GZIPOutputStream(bytes)) {
                zip.write(module.readAllBytes());
            }
            System.out.println(name + ": " + bytes.size() + " bytes gzip");
            assertTrue(bytes.size() <= largest, bytes.size() + " bytes gzip, more than " + largest);
        }
    }
}
