package lectern.site;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import lectern.search.Evaluation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lectern search-eval DOCS QUERIES}: ranks a test collection, so that others can score the search. */
@Command(name = "search-eval", mixinStandardHelpOptions = true, description = "Rank the documents of one JSON-lines file for the queries of another.")
final class SearchEvalCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DOCS", description = "one {\"id\", \"title\", \"body\"} a line")
    private Path documents = Path.of("");

    @Parameters(index = "1", paramLabel = "QUERIES", description = "one {\"id\", \"text\"} a line")
    private Path queries = Path.of("");

    @Option(names = "--limit", description = "most hits of a query (${DEFAULT-VALUE})")
    private int limit = 100;

    /** A line of either file; ids may be numbers. */
    private record Line(@Nullable String id, @Nullable String title, @Nullable String body, @Nullable String text) {}

    @Override
    public Integer call() {
        Gson gson = new Gson();
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        try (Evaluation evaluation = Evaluation.of(lines(documents, gson).stream()
                .map(line -> new Evaluation.Document(text(line.id), text(line.title), text(line.body))).toList())) {
            for (Line query : lines(queries, gson)) {
                out.println(gson.toJson(new java.util.TreeMap<>(Map.of("query", text(query.id), "hits", evaluation.ranked(text(query.text), limit))).descendingMap()));
            }
        } catch (UncheckedIOException e) {
            System.err.println("lectern: " + e.getMessage());
            return 2;
        }
        out.flush();
        return 0;
    }

    private static List<Line> lines(Path file, Gson gson) {
        int[] number = {0};
        try (Stream<String> lines = Files.lines(file)) {
            return lines.peek(line -> number[0]++).filter(line -> !line.isBlank()).map(line -> Objects.requireNonNull(gson.fromJson(line, Line.class))).toList();
        } catch (JsonParseException e) {
            throw new UncheckedIOException(new IOException(file + ":" + number[0] + ": not a JSON object with id and text; write one object a line"));
        } catch (IOException | UncheckedIOException e) {
            throw new UncheckedIOException(new IOException("cannot read " + file + " as UTF-8 text; give a file of JSON lines"));
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
