package lectern.site.markup.tex;

import com.caoccao.javet.enums.JSRuntimeType;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.interop.loader.IJavetLibLoadingListener;
import com.caoccao.javet.interop.loader.JavetLibLoader;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** V8's native library. The build unpacks it into {@code native} beside the jars; where it did not, Javet unpacks its 40 MB at each start. */
final class V8Library {
    private V8Library() {}

    /** Tells Javet to load the unpacked library, if there is one. */
    static void whereUnpacked() {
        try {
            var folder = Path.of(V8Host.class.getProtectionDomain().getCodeSource().getLocation().toURI()).resolveSibling("native");
            if (Files.isDirectory(folder)) {
                JavetLibLoader.setLibLoadingListener(new Unpacked(folder.toFile()));
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException("where is Javet's jar?", e);
        }
    }

    private record Unpacked(File folder) implements IJavetLibLoadingListener {
        @Override
        public File getLibPath(JSRuntimeType type) {
            return folder;
        }

        @Override
        public boolean isDeploy(JSRuntimeType type) {
            return false;
        }
    }
}
