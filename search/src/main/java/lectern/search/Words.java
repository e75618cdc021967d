package lectern.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
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
import java.io.Reader;

/** Text cut into words: folded (small letters, no accents, Greek and signs spelled out), and stems of folded words. */
final class Words {
    /** A folded word and where it stands in the text. */
    record Word(String folded, int start, int end) {}

    private static final CharArraySet STOP = stopWords();

    /** Folded words, unstemmed. */
    static final Analyzer FOLDED = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokens = new StandardTokenizer();
            return new TokenStreamComponents(tokens, fold(tokens));
        }

        @Override
        protected Reader initReader(String field, Reader reader) {
            return new MappingCharFilter(Signs.SPELLED, reader);
        }
    };

    /** Folded words, each reduced by KStem. */
    static final Analyzer STEMMED = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokens = new StandardTokenizer();
            return new TokenStreamComponents(tokens, new KStemFilter(fold(tokens)));
        }

        @Override
        protected Reader initReader(String field, Reader reader) {
            return new MappingCharFilter(Signs.SPELLED, reader);
        }
    };

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
        try (TokenStream stream = FOLDED.tokenStream("", new StringReader(text))) {
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
        return of(text).stream().map(Word::folded).toList();
    }

    static String stem(String folded) {
        try (TokenStream stream = STEM_ALONE.tokenStream("", new StringReader(folded))) {
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

    private static TokenStream fold(Tokenizer tokens) {
        return new ASCIIFoldingFilter(new EnglishPossessiveFilter(new LowerCaseFilter(tokens)));
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
