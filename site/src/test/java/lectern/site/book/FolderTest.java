package lectern.site.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
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
}
