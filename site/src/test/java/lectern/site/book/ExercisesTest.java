package lectern.site.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lectern.widgets.answer.Answer;
import lectern.widgets.answer.Mistake;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.api.Test;

/** Every exercise of the shipped book, solved as its solution says and answered wrongly in the ways that people do. */
class ExercisesTest {
    private static final Path BOOK = Path.of("../content");
    private static final Pattern OPENING = Pattern.compile("(?m)^:{3,}\\{exercise}");
    private static final Pattern EXERCISE = Pattern.compile("(?ms)^::::\\{exercise} ([^\\n]*)\\n:label: (\\S+)\\n(.*?)^::::$");
    private static final Pattern ANSWER = Pattern.compile("(?ms)^:::\\{answer} (\\w+)\\n(.*?)^:::$");
    private static final Pattern WHEN = Pattern.compile("(?m)^:when: (.*)$");
    private static final Pattern FORMULA = Pattern.compile("(?s)\\$\\$?(.+?)\\$\\$?|\\*\\*(.+?)\\*\\*");

    /** An exercise as it stands in its file. */
    record Exercise(String title, String kind, Map<String, String> options, List<String> whens, String solution, int items) {
        Answer answer() {
            return Answer.of(kind, option("value"), option("tolerance"), option("unit"), option("variables"));
        }

        String option(String name) {
            return options.getOrDefault(name, "");
        }

        /** The first hint that a reader who typed this would be given, or nothing. */
        String hint(String typed) {
            return whens.stream().filter(when -> answer().applies(when, typed)).findFirst().orElse("");
        }

        @Override
        public String toString() {
            return title;
        }
    }

    static List<Exercise> exercises() throws IOException {
        var found = new ArrayList<Exercise>();
        int openings = 0;
        for (var file : pages()) {
            var text = Files.readString(file);
            openings += (int) OPENING.matcher(text).results().count();
            EXERCISE.matcher(text).results().forEach(m -> {
                var solution = Pattern.compile("(?ms)^:::\\{solution} " + m.group(2) + "\\n(.*?)^:::$").matcher(text);
                var answer = ANSWER.matcher(m.group(3));
                assertTrue(solution.find() && answer.find(), file + ": " + m.group(1) + " lacks an answer or a solution");
                var options = new LinkedHashMap<String, String>();
                Pattern.compile("(?m)^:(\\w+): (.*)$").matcher(answer.group(2)).results().forEach(o -> options.put(o.group(1), o.group(2)));
                int items = (int) Pattern.compile("(?m)^\\d+\\. ").matcher(answer.group(2)).results().count();
                found.add(new Exercise(BOOK.relativize(file) + " " + m.group(1), answer.group(1), options,
                        WHEN.matcher(m.group(3)).results().map(w -> w.group(1)).toList(), solution.group(1), items));
            });
        }
        assertEquals(openings, found.size(), "an exercise is written in a form that this test does not read");
        return found;
    }

    private static List<Path> pages() throws IOException {
        try (var files = Files.walk(BOOK)) {
            return files.filter(f -> f.toString().endsWith(".md")).sorted().toList();
        }
    }

    @Test
    void everyKindOfAnswerOccursAndEverySectionHasTwoToSix() throws IOException {
        assertEquals(Set.of("number", "vector", "matrix", "formula", "choice", "order"), exercises().stream().map(Exercise::kind).collect(Collectors.toSet()));
        var sections = exercises().stream().collect(Collectors.groupingBy(e -> e.title().split(" ")[0], Collectors.counting()));
        assertEquals(8, sections.size(), sections.toString());
        sections.forEach((section, count) -> assertTrue(count >= 2 && count <= 6, section + " has " + count));
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void itsSolutionSolvesIt(Exercise exercise) {
        var said = said(exercise.solution);
        assertTrue(said.stream().anyMatch(text -> exercise.answer().judge(text).correct()), () -> "the solution says only " + said);
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void threeTypicalWrongAnswersAreRejectedWithTheRightHint(Exercise exercise) {
        var wrong = new LinkedHashMap<String, Mistake>();
        exercise.whens.stream().filter(when -> !Mistake.isNamed(when)).forEach(when -> wrong.put(when, exercise.answer().judge(when).mistake()));
        wrong.putAll(typical(exercise));
        assertTrue(wrong.size() >= 3, wrong.keySet().toString());
        var given = new HashSet<String>();
        wrong.forEach((typed, mistake) -> {
            var verdict = exercise.answer().judge(typed);
            assertFalse(verdict.correct(), typed);
            assertEquals(mistake, verdict.mistake(), typed);
            var hint = exercise.hint(typed);
            given.add(hint);
            // A value of its own comes before the name of its mistake, a name only with that mistake.
            if (exercise.whens.contains(typed)) assertEquals(typed, hint, "the hint for " + typed);
            else if (exercise.whens.contains(mistake.label())) assertFalse(hint.isEmpty(), typed);
            else assertFalse(Mistake.isNamed(hint), typed + " got the hint for " + hint);
        });
        exercise.whens.forEach(when -> assertTrue(given.contains(when), "no typical answer calls the hint for " + when));
    }

    /** Wrong answers that people give, with the mistake that should be named. */
    private static Map<String, Mistake> typical(Exercise exercise) {
        var wrong = new LinkedHashMap<String, Mistake>();
        var value = exercise.option("value");
        switch (exercise.kind) {
            case "number" -> {
                wrong.put("-(" + value + ")", Mistake.SIGN);
                wrong.put("2*(" + value + ")", Mistake.FACTOR_2);
                wrong.put("(" + value + ")*180/pi", Mistake.DEGREES);
            }
            case "formula" -> {
                wrong.put("-(" + value + ")", Mistake.SIGN);
                wrong.put("2*(" + value + ")", Mistake.FACTOR_2);
                wrong.put("(" + value + ") + 1", Mistake.OTHER);
            }
            case "vector", "matrix" -> {
                var rows = Arrays.stream(value.split(";")).map(row -> List.of(row.strip().split("\\s*,\\s*"))).toList();
                wrong.put(text(rows, "-"), Mistake.SIGN);
                wrong.put(text(rows, "2*"), Mistake.FACTOR_2);
                wrong.put(text(rows.stream().map(row -> row.subList(0, row.size() - 1)).toList(), ""), Mistake.SHAPE);
                var turned = exercise.kind.equals("vector") ? List.of(rows.getFirst().reversed())
                        : IntStream.range(0, rows.getFirst().size()).mapToObj(c -> rows.stream().map(row -> row.get(c)).toList()).toList();
                if (!turned.equals(rows)) wrong.put(text(turned, ""), exercise.kind.equals("vector") ? Mistake.SWAPPED : Mistake.TRANSPOSED);
            }
            case "choice" -> IntStream.range(0, exercise.items).mapToObj(i -> String.valueOf((char) ('a' + i)))
                    .filter(letter -> !letter.equals(value)).forEach(letter -> wrong.put(letter, Mistake.OTHER));
            case "order" -> {
                var picks = new ArrayList<>(List.of(value.split(", ")));
                assertEquals(exercise.items, picks.size(), "items in the list and in the value");
                wrong.put(String.join(", ", picks.reversed()), Mistake.SWAPPED);
                for (int i = 1; i < picks.size(); i++) {
                    Collections.swap(picks, i - 1, i);
                    wrong.put(String.join(", ", picks), Mistake.SWAPPED);
                    Collections.swap(picks, i - 1, i);
                }
                wrong.put(String.join(", ", picks.subList(1, picks.size())), Mistake.SHAPE);
            }
            default -> throw new AssertionError(exercise.kind);
        }
        return wrong;
    }

    private static String text(List<List<String>> rows, String before) {
        return rows.stream().map(row -> row.stream().map(entry -> before + "(" + entry + ")").collect(Collectors.joining(", "))).collect(Collectors.joining("; "));
    }

    /** What a solution says, as a reader could type it: each side of its equations, its lists, the last two lists as rows, and the last sides in a row. */
    private static List<String> said(String solution) {
        var said = new ArrayList<String>();
        var last = new ArrayList<String>();
        var rows = new ArrayList<String>();
        FORMULA.matcher(solution).results().forEach(m -> {
            if (m.group(2) != null) {
                said.add(m.group(2));
            } else {
                var sides = Stream.of(m.group(1).split("=|\\\\approx|\\\\[lg]e(?![a-z])")).map(ExercisesTest::typed).toList();
                said.addAll(sides);
                last.add(sides.getLast());
            }
        });
        Pattern.compile("\\(([^()$]*,[^()$]*)\\)").matcher(solution.replace(" rad/s", "")).results().forEach(m -> {
            said.add(m.group(1));
            rows.add(m.group(1));
        });
        Pattern.compile("= ([−\\d.]+)").matcher(solution).results().forEach(m -> said.add(m.group(1).replaceAll("\\.$", "")));
        if (rows.size() > 1) said.add(String.join("; ", rows.subList(rows.size() - 2, rows.size())));
        for (int from = 0; from < last.size(); from++) {
            for (int to = from + 2; to <= last.size(); to++) said.add(String.join(", ", last.subList(from, to)));
        }
        return said;
    }

    /** TeX as a reader would type it. */
    private static String typed(String tex) {
        return tex.strip().replaceAll("[.,]$", "").strip()
                .replaceAll("\\\\begin\\{[a-z]*matrix}|\\\\end\\{[a-z]*matrix}", "").replace("\\\\", ";").replace("&", ",")
                .replaceAll("\\\\(left|right|quad)(?![a-z])|\\\\[,;!]", " ").replaceAll("\\\\[lr]vert ?", "|").replaceAll("\\^\\{?\\\\top}?", "")
                .replaceAll("\\\\[td]?frac(\\d)(\\d)", "($1/$2)").replaceAll("\\\\[td]?frac\\{([^{}]*)}\\{([^{}]*)}", "(($1)/($2))")
                .replaceAll("\\\\sqrt(\\d)", "sqrt($1)").replaceAll("\\\\cdot", "*").replace('{', '(').replace('}', ')').replaceAll("\\\\", "")
                .replaceAll("(?s)^\\s*\\((.*,.*)\\)\\s*$", "$1").replaceAll("_(\\d)", "$1").strip();
    }
}
