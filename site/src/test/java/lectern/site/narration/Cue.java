package lectern.site.narration;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A cue as it is read back, in milliseconds. @param word −1 for a sentence */
record Cue(int sentence, int word, long from, long to, String text) {
    private static final Pattern FORM = Pattern.compile("(?m)^(\\d+)(?:\\.(\\d+))? (\\d+):(\\d+)-(\\d+)\n(\\d\\d):(\\d\\d):(\\d\\d)\\.(\\d{3}) --> (\\d\\d):(\\d\\d):(\\d\\d)\\.(\\d{3})\n(.*)$");

    static List<Cue> all(String vtt) {
        assertTrue(vtt.startsWith("WEBVTT\n\n"), vtt);
        return FORM.matcher(vtt).results().map(m -> new Cue(Integer.parseInt(m.group(1)), m.group(2) == null ? -1 : Integer.parseInt(m.group(2)), millis(m, 6), millis(m, 10), m.group(14))).toList();
    }

    private static long millis(MatchResult m, int first) {
        return Duration.ofHours(Long.parseLong(m.group(first))).plusMinutes(Long.parseLong(m.group(first + 1))).plusSeconds(Long.parseLong(m.group(first + 2))).toMillis() + Long.parseLong(m.group(first + 3));
    }
}
