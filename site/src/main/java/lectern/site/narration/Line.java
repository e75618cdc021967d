package lectern.site.narration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lectern.site.narration.speech.MathSpeaker;
import lectern.site.narration.speech.Sentence;

/**
 * A sentence as an engine takes it: words of plain letters and pauses.
 *
 * @param asks whether the voice rises at its end
 */
public record Line(List<String> said, boolean asks) {
    public Line {
        said = List.copyOf(said);
    }

    static Line of(Sentence sentence) {
        var said = new ArrayList<String>();
        for (var token : sentence.tokens()) {
            // an engine takes a single "a" for the article
            token.said().forEach(word -> said.add(token.spelled() && word.toLowerCase(Locale.ROOT).matches("a('s)?") ? "ay" + word.substring(1) : word));
        }
        return new Line(said, sentence.asks());
    }

    List<String> words() {
        return said.stream().filter(word -> !MathSpeaker.isPause(word)).toList();
    }

    /** As running text. */
    String text() {
        return MathSpeaker.line(said).replaceFirst("[,;]$", "") + (asks ? "?" : ".");
    }
}
