package lectern.widgets.oracle;

import java.util.ArrayList;
import java.util.List;
import lectern.widgets.math.Digits;

/** What a run found: one line a topic, and every case that disagreed. */
public final class Tally {
    private final List<Line> lines = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * One topic.
     *
     * @param numbers how many numbers were compared
     * @param worst largest difference of two numbers, 0 for none
     * @param share largest difference as a share of what is allowed
     * @param worstCase the case where that share was largest
     * @param sources the libraries that the numbers come from
     */
    public record Line(String topic, int cases, int passed, int numbers, double worst, double share, String worstCase, List<String> sources) {}

    /** A case that disagreed, or could not be run. */
    public record Failure(String id, String topic, String words) {}

    /** Topics in the order of their names. */
    public List<Line> lines() {
        return lines;
    }

    public List<Failure> failures() {
        return failures;
    }

    /** Facts that were compared to another tolerance than stated, and why. */
    public List<String> notes() {
        return notes;
    }

    public int cases() {
        int sum = 0;
        for (Line line : lines) sum += line.cases;
        return sum;
    }

    public int passed() {
        int sum = 0;
        for (Line line : lines) sum += line.passed;
        return sum;
    }

    void add(Case one, Comparison comparison) {
        boolean passed = comparison.failure().isEmpty();
        if (!passed) failures.add(new Failure(one.id(), one.topic(), comparison.failure()));
        if (!comparison.note().isEmpty()) notes.add(comparison.note());
        int at = 0;
        while (at < lines.size() && lines.get(at).topic.compareTo(one.topic()) < 0) at++;
        if (at == lines.size() || !lines.get(at).topic.equals(one.topic())) {
            lines.add(at, new Line(one.topic(), 0, 0, 0, 0, 0, one.id(), List.of()));
        }
        Line line = lines.get(at);
        List<String> sources = new ArrayList<>(line.sources);
        for (String source : one.sources()) if (!sources.contains(source)) sources.add(source);
        lines.set(at, new Line(line.topic, line.cases + 1, line.passed + (passed ? 1 : 0), line.numbers + comparison.numbers(),
            Math.max(line.worst, comparison.worst()), Math.max(line.share, comparison.share()),
            comparison.share() > line.share ? one.id() : line.worstCase, sources));
    }

    /** The tally as a table of plain text, failures below. */
    public String text() {
        StringBuilder out = new StringBuilder();
        out.append(left("topic", 30)).append(right("passed", 9)).append(right("numbers", 9)).append(right("worst", 10)).append(right("of allowed", 12)).append("  in\n");
        for (Line line : lines) {
            out.append(left(line.topic, 30)).append(right(line.passed + "/" + line.cases, 9)).append(right(Integer.toString(line.numbers), 9));
            out.append(right(Digits.text(line.worst, 2), 10)).append(right(Digits.text(line.share, 2), 12)).append("  ").append(line.worstCase).append('\n');
        }
        out.append(left("all", 30)).append(right(passed() + "/" + cases(), 9)).append('\n');
        for (String note : notes) out.append("NOTE ").append(note).append('\n');
        for (Failure failure : failures) out.append("FAILED ").append(failure.id).append(" (").append(failure.topic).append(") ").append(failure.words).append('\n');
        return out.toString();
    }

    /**
     * The tally as data: {@code cases}, {@code passed}, {@code topics} (each {@code topic, cases, passed, numbers, worst, share, worstCase,
     * sources}), {@code failures} (each {@code id, topic, words}) and {@code notes}.
     */
    public Json json() {
        List<Json> topics = new ArrayList<>();
        for (Line line : lines) {
            List<Json> sources = new ArrayList<>();
            for (String source : line.sources) sources.add(new Json.Text(source));
            topics.add(new Json.Fields().with("topic", new Json.Text(line.topic)).with("cases", Json.of(line.cases)).with("passed", Json.of(line.passed))
                .with("numbers", Json.of(line.numbers)).with("worst", Json.of(line.worst)).with("share", Json.of(line.share))
                .with("worstCase", new Json.Text(line.worstCase)).with("sources", Json.of(sources)));
        }
        List<Json> failed = new ArrayList<>();
        for (Failure failure : failures) {
            failed.add(new Json.Fields().with("id", new Json.Text(failure.id)).with("topic", new Json.Text(failure.topic)).with("words", new Json.Text(failure.words)));
        }
        List<Json> remarks = new ArrayList<>();
        for (String note : notes) remarks.add(new Json.Text(note));
        return new Json.Fields().with("cases", Json.of(cases())).with("passed", Json.of(passed())).with("topics", Json.of(topics)).with("failures", Json.of(failed))
            .with("notes", Json.of(remarks));
    }

    private static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
