package lectern.widgets.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A build step: the cases of a folder as one small file a topic, for <em>Check this widget</em>. */
public final class SlimCases {
    private static final List<String> KEPT = List.of("id", "topic", "input", "expected", "tolerance");

    private SlimCases() {}

    /**
     * Writes {@code topic.json} for every topic.
     *
     * @param args the folder of the cases, the folder to write to
     */
    public static void main(String[] args) throws IOException {
        TreeMap<String, List<Json>> topics = new TreeMap<>();
        try (var files = Files.list(Path.of(args[0]))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                for (Json one : JsonText.read(Files.readString(file)).get("cases").items()) {
                    topics.computeIfAbsent(one.get("topic").text(), t -> new ArrayList<>()).add(slim(one));
                }
            }
        }
        Path out = Files.createDirectories(Path.of(args[1]));
        for (var topic : topics.entrySet()) {
            Files.writeString(out.resolve(topic.getKey() + ".json"), JsonText.write(new Json.Fields().with("cases", Json.of(topic.getValue()))));
        }
    }

    private static Json slim(Json one) {
        Json.Fields slim = new Json.Fields();
        for (String name : KEPT) if (one.has(name)) slim.with(name, one.get(name));
        List<Json> sources = new ArrayList<>();
        for (String source : Case.sources(one)) sources.add(new Json.Text(source));
        return slim.with("source", Json.of(sources));
    }
}
