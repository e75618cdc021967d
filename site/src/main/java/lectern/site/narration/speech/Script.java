package lectern.site.narration.speech;

import java.util.List;

/** What is said of one page, in order. @param path of the page */
public record Script(String path, List<Sentence> sentences) {
    public Script {
        sentences = List.copyOf(sentences);
    }

    public int words() {
        return sentences.stream().flatMap(sentence -> sentence.tokens().stream()).mapToInt(token -> token.words().size()).sum();
    }
}
