package lectern.site.narration.speech;

import java.util.List;

/**
 * A word of the page, or a formula, with what is said for it.
 *
 * @param spelled whether single letters in it are letters, and "a" no article
 * @param said spoken words, with pauses between and after them
 */
public record Token(Place place, boolean spelled, List<String> said) {
    public Token {
        said = List.copyOf(said);
    }

    /** The spoken words without pauses. */
    public List<String> words() {
        return said.stream().filter(word -> !MathSpeaker.isPause(word)).toList();
    }
}
