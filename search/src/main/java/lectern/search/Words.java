package lectern.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Text cut into words: folded (small letters, no accents, Greek and signs spelled out), and stems of folded words. */
final class Words {
    /** A folded word and where it stands in the text. */
    record Word(String folded, int start, int end) {}

    private static final CharArraySet STOP = stopWords();

    private static final Analyzer SPELLED = new Folding(true);
    private static final Analyzer PLAIN = new Folding(false);

    /** Cuts and folds. @param spelled whether signs are read as words, which takes longer than all the rest */
    private static final class Folding extends Analyzer {
        private final boolean spelled;

        private Folding(boolean spelled) {
            this.spelled = spelled;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokens = new StandardTokenizer();
            return new TokenStreamComponents(tokens, new ASCIIFoldingFilter(new EnglishPossessiveFilter(new LowerCaseFilter(tokens))));
        }

        @Override
        protected Reader initReader(String field, Reader reader) {
            return spelled ? new MappingCharFilter(Signs.SPELLED, reader) : reader;
        }
    }

    private static final Analyzer STEM_ALONE = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokens = new KeywordTokenizer();
            return new TokenStreamComponents(tokens, new KStemFilter(tokens));
        }
    };

    private Words() {}

    static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        try (TokenStream stream = analyzer(text).tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                int start = offset.startOffset();
                // A sign that is spelled out stands where its blank does: it has no length of its own.
                int end = offset.endOffset() > start || start == text.length() ? offset.endOffset() : text.offsetByCodePoints(start, 1);
                words.add(new Word(term.toString(), start, end));
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return words;
    }

    static List<String> folded(String text) {
        List<String> words = new ArrayList<>();
        try (TokenStream stream = analyzer(text).tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) words.add(term.toString());
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return words;
    }

    /** Every sign that is spelled out is beyond ASCII. */
    private static Analyzer analyzer(String text) {
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) >= 128) return SPELLED;
        return PLAIN;
    }

    static String stem(String folded) {
        try (TokenStream stream = STEM_ALONE.tokenStream("", folded)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            String stem = stream.incrementToken() ? term.toString() : folded;
            stream.end();
            return stem;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Whether a word says too little to be looked for when the query holds better ones. */
    static boolean isStop(String folded) {
        return STOP.contains(folded);
    }

    private static CharArraySet stopWords() {
        try (InputStream list = SnowballFilter.class.getResourceAsStream("english_stop.txt")) {
            if (list == null) throw new IllegalStateException("Lucene's english_stop.txt is missing from lucene-analysis-common");
            return CharArraySet.unmodifiableSet(WordlistLoader.getSnowballWordSet(new InputStreamReader(list, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
