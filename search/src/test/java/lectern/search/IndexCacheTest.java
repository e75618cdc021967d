package lectern.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index that was kept in a file is used when it is right, and made again when anything is wrong with it. */
class IndexCacheTest extends SearchIndexContract {
    private static final Generated BOOK = new Generated(200, 1);

    @TempDir
    private Path folder = Path.of("");

    /** Every index of the contract is one that was read back. */
    @Override
    SearchIndex index(Collection<Passage> passages) {
        Path file = folder.resolve("contract.index");
        SearchIndex.open(file, passages, Lexicon.EMPTY).close();
        SearchIndex index = SearchIndex.open(file, passages, Lexicon.EMPTY);
        index.warm();
        return index;
    }

    private static List<Hit> hits(Path file, List<Passage> passages) {
        try (SearchIndex index = SearchIndex.open(file, passages, Lexicon.EMPTY)) {
            index.warm();
            return index.search(BOOK.passages.get(7).title(), 5);
        }
    }

    @Test
    void aSecondStartReadsTheFile() throws IOException {
        Path file = folder.resolve("sub/folder/book.index");
        List<Hit> first = hits(file, BOOK.passages);
        FileTime made = Files.getLastModifiedTime(file);
        byte[] bytes = Files.readAllBytes(file);
        assertEquals(first, hits(file, BOOK.passages));
        assertEquals(made, Files.getLastModifiedTime(file));
        assertArrayEquals(bytes, Files.readAllBytes(file));
        try (var files = Files.list(file.getParent())) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void anyDamageIsMended() throws IOException {
        Path file = folder.resolve("book.index");
        List<Hit> right = hits(file, BOOK.passages);
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(2);
        for (int i = 0; i < 20; i++) {
            byte[] damaged = i < 15 ? whole.clone() : Arrays.copyOf(whole, random.nextInt(whole.length));
            if (i < 15) damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, damaged);
            assertEquals(right, hits(file, BOOK.passages));
            assertFalse(Arrays.equals(damaged, Files.readAllBytes(file)));
        }
    }

    @Test
    void otherPassagesAreIndexedAnew() {
        Path file = folder.resolve("book.index");
        hits(file, BOOK.passages);
        List<Passage> fewer = BOOK.passages.subList(0, 5);
        assertTrue(hits(file, fewer).stream().allMatch(hit -> fewer.stream().anyMatch(passage -> passage.url().equals(hit.url()))));
    }

    @Test
    void aFolderThatCannotBeWrittenIsDoneWithout() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "not a folder");
        assertFalse(hits(blocked.resolve("book.index"), BOOK.passages).isEmpty());
    }

    @Test
    void theIndexIsNotMuchLargerThanItsText() throws IOException {
        Path file = folder.resolve("size.index");
        List<Passage> passages = new Generated(2000, 1).passages;
        SearchIndex.open(file, passages, Lexicon.EMPTY).close();
        long text = passages.stream().mapToLong(passage -> passage.title().length() + passage.trail().length() + passage.text().length()).sum();
        double ratio = (double) Files.size(file) / text;
        System.out.printf("index: %.2f times its text (%d KB)%n", ratio, text / 1024);
        assertTrue(ratio <= 1.5, () -> "index is " + ratio + " times its text");
    }
}
