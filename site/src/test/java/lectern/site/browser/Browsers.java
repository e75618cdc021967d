package lectern.site.browser;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the browser the tests drive: system property, CHROME_PATH, an installed one (a headless shell first, which opens no window), npm's; never a skip. */
final class Browsers {
    private Browsers() {}

    /** By one thread at a time, so that npm is asked once. */
    static synchronized Path find() throws IOException, InterruptedException {
        var asked = Stream.of(Optional.ofNullable(System.getProperty("lectern.browser")), Optional.ofNullable(System.getenv("CHROME_PATH")))
                .flatMap(Optional::stream).filter(s -> !s.isBlank()).map(Path::of).findFirst();
        if (asked.isPresent()) {
            return asked.get();
        }
        var installed = Stream.of("/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable",
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome").map(Path::of).filter(Files::isExecutable).findFirst();
        return installed.isPresent() ? installed.get() : fromNpm();
    }

    private static Path fromNpm() throws IOException, InterruptedException {
        Path npm = Path.of("target/npm").toAbsolutePath();
        Path chromium = npm.resolve("chromium");
        if (Files.isExecutable(chromium)) {
            return chromium;
        }
        var install = new ProcessBuilder("npm", "ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund").directory(npm.toFile()).redirectErrorStream(true).start();
        String said = new String(install.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        Path packed = npm.resolve("node_modules/@sparticuz/chromium/bin/chromium.br");
        if (install.waitFor() != 0 || !Files.exists(packed)) {
            throw new IllegalStateException("No browser. Install chromium, or set CHROME_PATH, or let npm fetch one; npm said:\n" + said);
        }
        Brotli4jLoader.ensureAvailability();
        Path half = npm.resolve("chromium.part");
        try (var in = new BrotliInputStream(Files.newInputStream(packed), 1 << 16); var out = Files.newOutputStream(half)) {
            in.transferTo(out);
        }
        half.toFile().setExecutable(true);
        return Files.move(half, chromium);
    }
}
