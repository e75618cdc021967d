package lectern.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import lectern.search.formula.Line;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

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
    /** Which passage of the layer a document is or belongs to. */
    static final String NTH = "nth";
    /** The terms of one formula; each formula is a document of its own, beside its passage's. */
    static final String MATHEMATICS = "mathematics";
    /** Which formula of its passage a document is. */
    static final String FORMULA = "formula";

    /** Between two texts in one field: more than any slop. */
    private static final int GAP = 100;
    private static final int LONGEST_TERM = 1000;
    private static final FieldType COUNTED = type(IndexOptions.DOCS_AND_FREQS, true);
    private static final FieldType PLACED = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true);
    private static final FieldType LISTED = type(IndexOptions.DOCS, false);

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

    /** Indexes passages, in their order. */
    static Directory write(List<Passage> passages, Lexicon lexicon) {
        try {
            Directory directory = new ByteBuffersDirectory();
            write(directory, passages, new Lines(lexicon));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Directory directory, List<Passage> passages, Lines lines) throws IOException {
        var analyzer = new PerFieldAnalyzerWrapper(Words.STEMMED, Map.of(EXACT, new Apart(), SYMBOLS, Words.FOLDED));
        var settings = new IndexWriterConfig(analyzer).setOpenMode(IndexWriterConfig.OpenMode.CREATE).setUseCompoundFile(false);
        try (IndexWriter writer = new IndexWriter(directory, settings)) {
            for (int nth = 0; nth < passages.size(); nth++) {
                Passage passage = passages.get(nth);
                Set<String> symbols = new LinkedHashSet<>();
                for (int i = 0; i < passage.formulas().size(); i++) {
                    Line line = lines.of(passage.formulas().get(i));
                    symbols.addAll(line.words());
                    if (!line.isEmpty()) writer.addDocument(formula(passage, nth, i, line));
                }
                Document document = document(passage, nth);
                if (!symbols.isEmpty()) document.add(new Field(SYMBOLS, String.join(" ", symbols), COUNTED));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
    }

    private static Document document(Passage passage, int nth) {
        Document document = standing(passage, nth);
        document.add(new StringField(NAME, name(passage.title()), Field.Store.NO));
        add(document, TITLE, passage.title());
        add(document, TRAIL, passage.trail());
        add(document, TEXT, passage.text());
        if (!passage.code().isEmpty()) add(document, CODE, names(passage.code()));
        return document;
    }

    private static Document formula(Passage passage, int nth, int which, Line line) {
        Document document = standing(passage, nth);
        document.add(new NumericDocValuesField(FORMULA, which));
        for (String term : line.terms()) document.add(new Field(MATHEMATICS, term, LISTED));
        return document;
    }

    /** What a passage's document and its formulas' have in common: where they stand, and what a reader may confine a search to. */
    private static Document standing(Passage passage, int nth) {
        Document document = new Document();
        document.add(new StringField(PAGE, cut(passage.page()), Field.Store.NO));
        document.add(new StringField(KIND, passage.kind().name(), Field.Store.NO));
        document.add(new StringField(CHAPTER, cut(passage.chapter()), Field.Store.NO));
        document.add(new SortedDocValuesField(KIND, new BytesRef(passage.kind().name())));
        document.add(new SortedDocValuesField(CHAPTER, new BytesRef(cut(passage.chapter()))));
        document.add(new NumericDocValuesField(NTH, nth));
        return document;
    }

    private static void add(Document document, String field, String text) {
        document.add(new Field(field, text, COUNTED));
        document.add(new Field(EXACT, text, PLACED));
    }

    /** A program's names: whole, between dots, and cut at underscores and capitals. */
    private static String names(String code) {
        return String.join(" ", code, code.replace('.', ' '), code.replaceAll("[_.]|(?<=[a-z])(?=[A-Z])", " "));
    }

    /** A title as it is compared: folded words, one blank apart, without a leading number. */
    static String name(String title) {
        return name(Words.folded(title.replaceFirst("^\\s*\\d+(\\.\\d+)*\\.?\\s+", "")));
    }

    static String name(List<String> words) {
        return cut(String.join(" ", words));
    }

    /** Lucene refuses terms of 32 KB. */
    private static String cut(String term) {
        return Typed.cut(term, LONGEST_TERM);
    }

    private static FieldType type(IndexOptions options, boolean text) {
        FieldType type = new FieldType();
        type.setIndexOptions(options);
        type.setTokenized(text);
        type.freeze();
        return type;
    }

    /** Folded words, with a gap between one text and the next. */
    private static final class Apart extends AnalyzerWrapper {
        private Apart() {
            super(PER_FIELD_REUSE_STRATEGY);
        }

        @Override
        protected Analyzer getWrappedAnalyzer(String field) {
            return Words.FOLDED;
        }

        @Override
        public int getPositionIncrementGap(String field) {
            return GAP;
        }
    }
}
