package lectern.site.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import lectern.site.markup.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One deliberately broken book for each rule: {@code books/rules.txt}, in which {@code expect} lists every problem of a book and its hint. */
class RulesTest {
    @TempDir
    Path folder;

    private record Broken(String name, String files, List<String> expected) {}

    private static List<Broken> books() throws Exception {
        try (var in = RulesTest.class.getResourceAsStream("/books/rules.txt")) {
            var books = new ArrayList<Broken>();
            for (var part : new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).split("(?m)^##### ")) {
                if (!part.isBlank()) {
                    var lines = part.split("\n", 2);
                    var halves = lines[1].split("(?m)^--- expect\\n");
                    books.add(new Broken(lines[0].strip(), halves[0], halves[1].lines().filter(l -> !l.isBlank()).toList()));
                }
            }
            return books;
        }
    }

    @Test
    void everyBrokenBookHasExactlyTheProblemsItShould() throws Exception {
        var seen = new TreeSet<String>();
        var wrong = new StringBuilder();
        for (var broken : books()) {
            var book = Books.read(Books.write(folder.resolve(broken.name().replaceAll("\\W+", "-")), broken.files()));
            var found = book.problems().stream().map(Problem::toString).toList();
            book.problems().forEach(p -> seen.add(p.rule()));
            if (!found.equals(broken.expected())) {
                wrong.append(broken.name()).append("\n  expected ").append(String.join("\n           ", broken.expected())).append("\n  found    ").append(String.join("\n           ", found)).append('\n');
            }
        }
        assertEquals("", wrong.toString());
        var untested = new TreeSet<>(Arrays.stream(Rule.values()).map(Rule::id).toList());
        untested.removeAll(seen);
        // files that are no text: BadInputTest; files that were whole before: SavesTest
        untested.removeAll(List.of(Rule.UNREADABLE_BOOK.id(), Rule.UNREADABLE_PAGE.id(), Rule.HALF_SAVED.id()));
        assertEquals(new TreeSet<String>(), untested);
    }

    @Test
    void aRuleCanBeSwitchedOffOrMadeAWarning() throws Exception {
        var off = Books.write(folder.resolve("off"), "=== myst.yml\nproject: {title: T, toc: [{file: page.md}]}\nlectern: {rules: {broken-reference: off, unknown-role: warning}}\n=== page.md\n[](#nowhere) {nope}`x`\n");
        var book = Books.read(off);
        assertEquals(List.of("page.md:1:14 unknown-role"), Books.problems(book));
        assertFalse(book.problems().getFirst().isError());
        assertTrue(Books.html(book.sections().getFirst()).contains("class=\"problem"));
    }
}
