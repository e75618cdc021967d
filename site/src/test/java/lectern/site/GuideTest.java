package lectern.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import lectern.site.book.BookReader;
import lectern.site.book.UnreadableBook;
import lectern.site.markup.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The books that travel inside the program: the guide, and what {@code lectern new} makes. */
class GuideTest {
    @TempDir
    Path folder;

    private List<String> problems(String book) throws UnreadableBook {
        try (var reader = new BookReader(folder.resolve(book), folder.resolve("cache"))) {
            return reader.read().problems().stream().map(Object::toString).toList();
        }
    }

    @Test
    void theGuideHasNoProblem() throws IOException, UnreadableBook {
        PackedFolder.copy("guide", folder.resolve("guide"));
        assertEquals(List.of(), problems("guide"));
    }

    @Test
    void theGuideExplainsEveryRule() throws IOException {
        PackedFolder.copy("guide", folder);
        String rules = Files.readString(folder.resolve("rules.md"));
        assertEquals(List.of(), Arrays.stream(Rule.values()).map(Rule::id).filter(id -> !rules.contains("| `" + id + "` |")).toList());
    }

    @Test
    void aNewBookHasNoProblem() throws UnreadableBook {
        assertEquals(0, Main.run("new", folder.resolve("fresh").toString()));
        assertEquals(List.of(), problems("fresh"));
        assertTrue(Files.exists(folder.resolve("fresh/.gitignore")));
    }

    @Test
    void aNewBookWritesOverNothing() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "mine");
        assertEquals(2, Main.run("new", folder.toString()));
        assertEquals(List.of("notes.txt"), Arrays.asList(folder.toFile().list()));
    }

    @Test
    void aNewPageBelongsToTheBookAboveIt() throws IOException, UnreadableBook {
        Main.run("new", folder.resolve("fresh").toString());
        Path page = folder.resolve("fresh/ch01/second-page.md");
        assertEquals(0, Main.run("new", "page", page.toString()));
        assertTrue(Files.readString(page).contains("# Second page"));
        assertEquals(2, Main.run("new", "page", page.toString()), "it is there already");
        assertEquals(2, Main.run("new", "page", folder.resolve("nowhere/page.md").toString()), "no book above it");
        assertEquals(List.of("not-in-contents"), problems("fresh").stream().map(p -> p.replaceAll(".*\\[(.*)].*", "$1")).toList());
    }
}
