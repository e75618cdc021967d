package lectern.site.narration;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A section as it can be heard.
 *
 * @param narrator the engine that really spoke
 */
public record Sound(Path mp3, Path vtt, String narrator, Duration duration) {}
