package lectern.site.narration.speech;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A sentence, which is spoken in one breath.
 *
 * @param shown as it stands on the page, formulas in words
 * @param asks whether it is a question
 */
public record Sentence(List<Token> tokens, String shown, boolean asks, Rest rest) {
    /** How long the voice rests after it. */
    public enum Rest { SENTENCE, PARAGRAPH, HEADING }

    public Sentence {
        tokens = List.copyOf(tokens);
    }

    /** Where it begins, up to where it ends. */
    public Place place() {
        var first = tokens.getFirst().place();
        return new Place(first.block(), first.from(), tokens.getLast().place().to());
    }

    /** What is said, as one line. */
    public String spoken() {
        return MathSpeaker.line(tokens.stream().flatMap(token -> token.said().stream()).toList()).replaceFirst("[,;]$", "") + (asks ? "?" : ".");
    }

    /** All that the sound of it depends on. */
    public String sound() {
        return tokens.stream().map(token -> (token.spelled() ? "^" : "") + String.join(" ", token.said())).collect(Collectors.joining(" ")) + (asks ? "?" : ".");
    }
}
