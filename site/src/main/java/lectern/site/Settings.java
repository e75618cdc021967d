package lectern.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * How the server runs, from the configuration file, then {@code LECTERN_…} variables, then flags: the later wins.
 *
 * @param baseUrl where the book is found from outside, without a slash at the end
 * @param trustedProxies addresses whose {@code X-Forwarded-…} headers are believed
 * @param metricsFor addresses beside this machine that may read {@code /metrics}
 * @param frameHosts sites that may frame an embed; empty for any
 * @param narrates whether a section that somebody listens to is read in the background
 * @param editor where a place in a source opens, with {@code {file}}, {@code {line}} and {@code {column}}; empty for nowhere
 */
public record Settings(
        String host, int port, Optional<String> baseUrl, List<AddressBlock> trustedProxies, List<AddressBlock> metricsFor, List<String> frameHosts, Optional<Path> cache,
        boolean logRequests, boolean narrates, String editor, Limits limits) {
    /** What a client may take: milliseconds, connections at once in all and from one address, bytes a second. */
    public record Limits(int headMillis, int idleMillis, int stopMillis, int connections, int connectionsPerAddress, int minBytesPerSecond) {}

    /** A setting that cannot be used; the message says which, and what it takes. */
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        Unusable(String message) {
            super(message);
        }
    }

    private static final List<String> KEYS = List.of("host", "port", "baseUrl", "trustedProxies", "metricsFor", "frameHosts", "attribution", "cache", "narration", "limits", "logRequests", "editor");

    /** Editors that can be asked for by name. */
    private static final Map<String, String> EDITORS = Map.of("vscode", "vscode://file{file}:{line}:{column}", "idea", "idea://open?file={file}&line={line}&column={column}",
            "vim", "vim://open?url=file://{file}&line={line}&column={column}");

    /**
     * The settings of a run.
     *
     * @param file the configuration file, or null
     * @param environment the process's variables
     * @param flags values given on the command line, by key
     */
    public static Settings read(@Nullable Path file, Map<String, String> environment, Map<String, String> flags) throws Unusable {
        var values = new HashMap<String, Object>(file == null ? Map.of() : yaml(file));
        for (String key : KEYS) {
            String variable = "LECTERN_" + key.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
            if (environment.containsKey(variable)) {
                values.put(key, environment.get(variable));
            }
        }
        values.putAll(flags);
        Map<?, ?> limits = values.get("limits") instanceof Map<?, ?> m ? m : Map.of();
        return new Settings(
                text(values, "host").orElse("127.0.0.1"), number(values, "port", 8080, 0, 65_535),
                text(values, "baseUrl").map(u -> u.replaceFirst("(?<!/)/+$", "")), blocks(values, "trustedProxies"),
                blocks(values, "metricsFor"), list(values, "frameHosts"), text(values, "cache").map(Path::of), Boolean.parseBoolean(text(values, "logRequests").orElse("false")), !text(values, "narration").orElse("background").matches("off|false"),
                text(values, "editor").map(e -> EDITORS.getOrDefault(e, e)).orElse(""),
                new Limits(number(limits, "headMillis", 10_000, 100, 600_000), number(limits, "idleMillis", 15_000, 100, 600_000), number(limits, "stopMillis", 8_000, 0, 600_000),
                        number(limits, "connections", 4_096, 1, 1_000_000),
                        number(limits, "connectionsPerAddress", 1_024, 1, 1_000_000), number(limits, "minBytesPerSecond", 64, 0, 1_000_000)));
    }

    private static Map<String, Object> yaml(Path file) throws Unusable {
        try {
            Object read = new Load(LoadSettings.builder().setLabel(file.toString()).build()).loadFromString(Files.readString(file));
            if (!(read instanceof Map<?, ?> map)) {
                throw new Unusable(file + ": the configuration is not a list of key: value lines");
            }
            var values = new HashMap<String, Object>();
            for (var entry : map.entrySet()) {
                String key = String.valueOf(entry.getKey());
                if (!KEYS.contains(key)) {
                    throw new Unusable(file + ": unknown key '" + key + "'; the keys are " + String.join(", ", KEYS));
                }
                values.put(key, entry.getValue());
            }
            return values;
        } catch (IOException e) {
            throw new Unusable(file + ": the configuration cannot be read (" + e.getClass().getSimpleName() + "); check the path given to --config");
        } catch (YamlEngineException e) {
            throw new Unusable(file + ": the configuration is not YAML: " + e.getMessage().lines().findFirst().orElse(""));
        }
    }

    private static Optional<String> text(Map<?, ?> values, String key) {
        return Optional.ofNullable(values.get(key)).map(Object::toString).map(String::strip).filter(t -> !t.isEmpty());
    }

    private static int number(Map<?, ?> values, String key, int otherwise, int least, int most) throws Unusable {
        String text = text(values, key).orElse(String.valueOf(otherwise));
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // told below, with the range
        }
        throw new Unusable(key + ": '" + text + "' is not a number from " + least + " to " + most);
    }

    private static List<AddressBlock> blocks(Map<?, ?> values, String key) throws Unusable {
        var blocks = new ArrayList<AddressBlock>();
        for (String text : list(values, key)) {
            try {
                blocks.add(AddressBlock.of(text));
            } catch (IllegalArgumentException _) {
                throw new Unusable(key + ": '" + text + "' is no address such as 192.0.2.1, and no block of addresses such as 10.0.0.0/8");
            }
        }
        return List.copyOf(blocks);
    }

    private static List<String> list(Map<?, ?> values, String key) {
        return values.get(key) instanceof List<?> several ? several.stream().map(String::valueOf).toList()
                : text(values, key).stream().flatMap(t -> Stream.of(t.split("[,\\s]+"))).toList();
    }
}
