package lectern.site;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command that serves a book is told. */
final class ServerOptions {
    @Option(names = "--port", paramLabel = "PORT", description = "Default 8080; 0 for any free one.")
    private @Nullable String port;

    @Option(names = "--host", paramLabel = "HOST", description = "Default 127.0.0.1: this machine only.")
    private @Nullable String host;

    @Option(names = "--base-url", paramLabel = "URL", description = "Where the book is found from outside, for absolute links.")
    private @Nullable String baseUrl;

    @Option(names = "--cache", paramLabel = "DIR", description = "Default BOOK/.lectern; safe to delete at any time.")
    private @Nullable String cache;

    @Option(names = "--config", paramLabel = "FILE", description = "A YAML file of settings; LECTERN_... variables and flags override it.")
    private @Nullable Path config;

    @Option(names = "--log-requests", description = "One line for each request, on standard error.")
    private boolean logRequests;

    Settings settings() throws Settings.Unusable {
        Map<String, String> flags = new HashMap<>();
        putIfGiven(flags, "port", port);
        putIfGiven(flags, "host", host);
        putIfGiven(flags, "baseUrl", baseUrl);
        putIfGiven(flags, "cache", cache);
        if (logRequests) {
            flags.put("logRequests", "true");
        }
        return Settings.read(config, System.getenv(), flags);
    }

    private static void putIfGiven(Map<String, String> flags, String key, @Nullable String value) {
        if (value != null) {
            flags.put(key, value);
        }
    }
}
