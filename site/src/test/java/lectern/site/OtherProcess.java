package lectern.site;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A virtual machine beside that of the tests, with the same classes: for what is killed, or measured as a whole. */
public final class OtherProcess {
    public static final String CLASS_PATH = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    private OtherProcess() {}

    /** Not started yet. @param arguments the main class, and what it is given */
    public static ProcessBuilder of(List<String> options, String classPath, String... arguments) {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED", "-cp", classPath));
        command.addAll(1, options);
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** With the quick JIT, for what runs for seconds, and with room, so that it need not collect what it still uses. */
    public static ProcessBuilder quick(String... arguments) {
        return of(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:NewSize=512m"), CLASS_PATH, arguments);
    }
}
