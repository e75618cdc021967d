package lectern.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import lectern.search.formula.Line;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.SingleInstanceLockFactory;

/** Passages, the lines of their formulas and their Lucene index, in memory; nothing of it ever changes, so the garbage collector frees it. */
record Layer(DirectoryReader reader, List<Passage> passages, Lines lines) {
    static final String TITLE = "title";
    static final String TRAIL = "trail";
    static final String TEXT = "text";
    static final String CODE = "code";
    /** The words of all these unstemmed, with positions; also the list of words that typing is corrected against. */
    static final String EXACT = "exact";
    /** Names of the formulas' variables: {@code qdot}, {@code pi0}. */
    static final String SYMBOLS = "symbols";
    /** The whole title as one term. */
    static final String NAME = "name";
    static final String PAGE = "page";
    static final String KIND = "kind";
    static final String CHAPTER = "chapter";
    /** The same of passages alone, as a column: for counting what was found. */
    static final String KIND_COUNTED = "kind-counted";
    static final String CHAPTER_COUNTED = "chapter-counted";
    /** Which passage of the layer a document is or belongs to. */
    static final String NTH = "nth";
    /** The terms of one formula; each formula is a document of its own, beside its passage's. */
    static final String MATHEMATICS = "mathematics";
    /** Which formula of its passage a document is. */
    static final String FORMULA = "formula";

    private static final int LONGEST_TERM = 1000;
    private static final Pattern NUMBER = Pattern.compile("^\\s*\\d[\\d.]*\\s+");

    /** The lines of formulas, each read once. */
    static final class Lines {
        private final Map<String, String> macros;
        private final ConcurrentMap<Formula, Line> read = new ConcurrentHashMap<>();

        Lines(Lexicon lexicon) {
            macros = lexicon.macros();
        }

        Line of(Formula formula) {
            return read.computeIfAbsent(formula, key -> key.mathMl().isEmpty() ? Line.ofTex(key.tex(), macros) : Line.ofMathMl(key.mathMl()));
        }
    }

    static Layer of(List<Passage> passages, Lexicon lexicon) {
        return in(write(passages, lexicon), passages, lexicon);
    }

    /** The layer of an index that was written of these passages. */
    static Layer in(Directory directory, List<Passage> passages, Lexicon lexicon) {
        try {
            return new Layer(DirectoryReader.open(directory), passages, new Lines(lexicon));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files in memory, each as one array: cut into buffers, Lucene's way by default, a search takes a fifth longer. */
    static Directory memory() {
        return new ByteBuffersDirectory(new SingleInstanceLockFactory(), ByteBuffersDataOutput::new, ByteBuffersDirectory.OUTPUT_AS_BYTE_ARRAY);
    }

    /** Indexes passages, in their order. */
    static Directory write(List<Passage> passages, Lexicon lexicon) {
        try {
            Directory directory = memory();
            LayerWriter.write(directory, passages, new Lines(lexicon));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A title as it is compared: folded words, one blank apart, without a leading number. */
    static String name(String title) {
        return name(Words.folded(NUMBER.matcher(title).replaceFirst("")));
    }

    static String name(List<String> words) {
        return cut(String.join(" ", words));
    }

    /** Lucene refuses terms of 32 KB. */
    static String cut(String term) {
        return Typed.cut(term, LONGEST_TERM);
    }
}
