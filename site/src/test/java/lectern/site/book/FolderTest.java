package lectern.site.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {
    private static final int ROUNDS = 300;

    @TempDir
    private Path root;

    /** A save begins by emptying the file: whoever looks then, and again after the half was written, has seen one save and not two. */
    @Test
    void aFileCutOffWhileItIsReadIsNotTaken() throws Exception {
        var file = root.resolve("a.md");
        var folder = new Folder(root);
        for (int round = 0; round < ROUNDS; round++) {
            var whole = "# A\n\nThe same.\n\nText " + round + ".\n\nThe end.\n";
            Files.writeString(file, whole);
            assertEquals(whole, folder.text("a.md"));
            var save = new FutureTask<Void>(() -> {
                Files.writeString(file, whole.substring(0, whole.length() - 5));
                return null;
            });
            Thread.ofPlatform().start(save);
            while (!save.isDone()) {
                assertEquals(whole, folder.text("a.md"), "while it is written, round " + round);
            }
            save.get();
            assertEquals(whole, folder.text("a.md"), "afterwards, round " + round);
            assertEquals(whole, folder.text("a.md"), "looked at again, round " + round);
        }
    }

    /** Seen empty at first, as every save is for a moment, it is no half save any more once its bytes are there. */
    @Test
    void bytesThatAreNoTextAreOneMistake() throws Exception {
        var file = root.resolve("a.md");
        var folder = new Folder(root);
        Files.writeString(file, "# A\n\nText.\n\nThe end.\n");
        folder.text("a.md");
        Files.write(file, new byte[0]);
        folder.text("a.md");
        assertEquals(Set.of("a.md"), folder.held());
        Files.write(file, new byte[] {'#', ' ', (byte) 0xC3, (byte) 0x28, '\n'});
        assertThrows(Folder.Unreadable.class, () -> folder.text("a.md"));
        assertEquals(Set.of(), folder.held());
    }
}
