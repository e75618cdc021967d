package lectern.widgets.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lectern.widgets.kinematics.Jacobian;
import lectern.widgets.math.Lu;
import lectern.widgets.math.Mat;
import org.junit.jupiter.api.Test;

/** Runs the cases of {@code -Doracle.dir=}, by default those of this project. */
class OracleTest {
    @Test
    void kernelsAgreeWithEveryCase() throws IOException {
        Path folder = Path.of(System.getProperty("oracle.dir", "src/test/resources/oracle"));
        List<Case> cases = new ArrayList<>();
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) cases.addAll(Case.read(JsonText.read(Files.readString(file))));
        }
        assertTrue(!cases.isEmpty(), "there is no case in " + folder);
        Tally tally = Oracle.run(cases);
        System.out.println(tally.text());
        assertEquals(cases.size(), tally.cases(), "every case is counted");
        if (!tally.failures().isEmpty()) fail(tally.text());
    }

    @Test
    void theOneCorrectionFollowsFromAnotherLibrarysNumbers() throws IOException {
        List<Case> cases = Case.read(JsonText.read(Files.readString(Path.of("src/test/resources/oracle/panda.json"))));
        Case fact = cases.stream().filter(c -> c.id().equals("panda.rtbtest.manip_qr")).findFirst().orElseThrow();
        Case kdl = cases.stream().filter(c -> c.id().equals("panda.franka_hand_tcp.rtb_qr")).findFirst().orElseThrow();
        Mat omega = Jacobian.rotation(kdl.expected().get("J_geometric_base").matrix());
        double volume = Math.sqrt(Lu.of(omega.times(omega.transposed())).determinant());
        double off = Math.abs(volume - fact.expected().get("rotation").number());
        assertTrue(off > fact.tolerance().get("abs").number() && off < 1e-4, "off by " + off);
    }

    @Test
    void unknownTopicOpAndFieldFail() {
        assertFails("the topic alchemy is not known", "{\"id\":\"a\",\"topic\":\"alchemy\",\"input\":{},\"expected\":{\"y\":1},\"tolerance\":{\"abs\":1e300}}");
        assertFails("the topic numerics has no op cosh",
            "{\"id\":\"a\",\"topic\":\"numerics\",\"input\":{\"op\":\"cosh\",\"x\":[1]},\"expected\":{\"y\":[1]},\"tolerance\":{\"abs\":1e300}}");
        assertFails("the op tanh of topic numerics has no field z",
            "{\"id\":\"a\",\"topic\":\"numerics\",\"input\":{\"op\":\"tanh\",\"x\":[1]},\"expected\":{\"z\":[1]},\"tolerance\":{\"abs\":1e300}}");
    }

    @Test
    void numbersBeyondTheToleranceFail() {
        String tanh = "{\"id\":\"a\",\"topic\":\"numerics\",\"input\":{\"op\":\"tanh\",\"x\":[0,20]},\"expected\":{\"y\":[%s]},\"tolerance\":{\"abs\":1e-9,\"rel\":0}}";
        assertTrue(run(tanh.formatted("0,1")).failures().isEmpty());
        assertFails("y[1]: expected 1.00000001, got 1", tanh.formatted("0,1.00000001"));
        assertFails("y: a list of 1 is expected", tanh.formatted("0"));
        assertFails("y[0]: expected nan, got 0", tanh.formatted("\"nan\",1"));
        assertFails("y[0]: expected inf, got 0", tanh.formatted("\"inf\",1"));
    }

    private static void assertFails(String words, String one) {
        Tally tally = run(one);
        assertEquals(1, tally.failures().size());
        assertEquals(words, tally.failures().get(0).words());
    }

    private static Tally run(String one) {
        return Oracle.run(Case.read(JsonText.read("{\"cases\":[" + one + "]}")));
    }
}
