package lectern.site.narration.speech;

import java.util.List;

/** What is said of one page, in order. @param path of the page */
public record Script(String path, List<Sentence> sentences) {
    /** Elements that are not read. The player is told this very list. */
    public static final String SKIPPED = "svg,pre,button,input,select,textarea,script,style,audio,[hidden],[data-say],.where,.facts,.eq-tools,.eq-more,.perma,.sn,.fn,.back,.end,.answer,.hint,.solution,.problem,.listen,"
            + "summary>.num,.code,template,.vh,.dump,.output,.try";
    /** Elements that count as one character. The player is told this very list. */
    public static final String WHOLE = ".katex,.scrub,img";
    /** Of a widget is read only this. The player is told this very list. */
    public static final String WIDGET = "lectern-widget";
    public static final String OF_WIDGET = "header p,.cap";

    public Script {
        sentences = List.copyOf(sentences);
    }

    public int words() {
        return sentences.stream().flatMap(sentence -> sentence.tokens().stream()).mapToInt(token -> token.words().size()).sum();
    }
}
