package lectern.site.embed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import lectern.site.library.Body;

/** The script that makes {@code <lectern-widget>} known on another site, in this version and in every version served before. */
public final class Loader {
    private static final Pattern VERSION = Pattern.compile("[0-9a-f]{8}");
    private static final String TYPE = "text/javascript";

    private final byte[] script = read();
    private final Body newest = Body.of(TYPE, script);
    private final String version = Body.hash(script).substring(0, 8);
    private final String integrity = integrity(script);
    private final Path kept;

    /** @param cache folder in which each version that was ever served is kept */
    public Loader(Path cache) {
        kept = cache.resolve("embed");
        try {
            Path mine = kept.resolve(version + ".js");
            if (!Files.exists(mine)) {
                Files.createDirectories(kept);
                Files.write(mine, script);
            }
        } catch (IOException _) {
            // this version is still served from memory; older ones only where the folder can be read
        }
    }

    /** Eight hexadecimal digits that change with the script. */
    public String version() {
        return version;
    }

    /** For the {@code integrity} attribute of a line that names the version. */
    public String integrity() {
        return integrity;
    }

    /** The script as it is now. */
    public Body newest() {
        return newest;
    }

    /** The script as it was in a version. */
    public Optional<Body> at(String version) {
        if (version.equals(this.version)) {
            return Optional.of(newest());
        }
        try {
            Path old = kept.resolve(version + ".js");
            return VERSION.matcher(version).matches() && Files.exists(old) ? Optional.of(Body.of(TYPE, Files.readAllBytes(old))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String integrity(byte[] script) {
        try {
            return "sha384-" + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-384").digest(script));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] read() {
        try (var in = Loader.class.getResourceAsStream("/public/widget.js")) {
            return Objects.requireNonNull(in, "widget.js is not in the program").readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
