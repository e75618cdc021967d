package lectern.search;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/** Passages and their Lucene index, in memory; nothing of it ever changes, so the garbage collector frees it. */
record Layer(DirectoryReader reader, List<Passage> passages) {
    static final String TITLE = "title";
    static final String TRAIL = "trail";
    static final String TEXT = "text";
    static final String CODE = "code";
    /** All of the above unstemmed, with positions; also the list of words that typing is corrected against. */
    static final String EXACT = "exact";
    /** The whole title as one term. */
    static final String NAME = "name";
    static final String PAGE = "page";
    /** Which passage of the layer a document is. */
    static final String NTH = "nth";

    /** Between two texts in one field: more than any slop. */
    private static final int GAP = 100;
    private static final FieldType COUNTED = type(IndexOptions.DOCS_AND_FREQS);
    private static final FieldType PLACED = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

    static Layer of(List<Passage> passages) {
        try {
            Directory directory = new ByteBuffersDirectory();
            write(directory, passages);
            return new Layer(DirectoryReader.open(directory), passages);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void write(Directory directory, List<Passage> passages) throws IOException {
        var analyzer = new PerFieldAnalyzerWrapper(Words.STEMMED, Map.of(EXACT, new Apart()));
        var settings = new IndexWriterConfig(analyzer).setOpenMode(IndexWriterConfig.OpenMode.CREATE).setUseCompoundFile(false);
        try (IndexWriter writer = new IndexWriter(directory, settings)) {
            for (int nth = 0; nth < passages.size(); nth++) writer.addDocument(document(passages.get(nth), nth));
            writer.forceMerge(1);
        }
    }

    private static Document document(Passage passage, int nth) {
        Document document = new Document();
        document.add(new StringField(PAGE, passage.page(), Field.Store.NO));
        document.add(new NumericDocValuesField(NTH, nth));
        document.add(new StringField(NAME, name(passage.title()), Field.Store.NO));
        add(document, TITLE, passage.title());
        add(document, TRAIL, passage.trail());
        add(document, TEXT, passage.text());
        return document;
    }

    private static void add(Document document, String field, String text) {
        document.add(new Field(field, text, COUNTED));
        document.add(new Field(EXACT, text, PLACED));
    }

    /** A title as it is compared: folded words, one blank apart, without a leading number; cut where Lucene's terms end. */
    static String name(String title) {
        String name = String.join(" ", Words.folded(title.replaceFirst("^\\s*\\d+(\\.\\d+)*\\.?\\s+", "")));
        return name.length() > 1000 ? name.substring(0, 1000) : name;
    }

    private static FieldType type(IndexOptions options) {
        FieldType type = new FieldType();
        type.setIndexOptions(options);
        type.setTokenized(true);
        type.freeze();
        return type;
    }

    /** Folded words, with a gap between one text and the next. */
    private static final class Apart extends org.apache.lucene.analysis.AnalyzerWrapper {
        private Apart() {
            super(PER_FIELD_REUSE_STRATEGY);
        }

        @Override
        protected org.apache.lucene.analysis.Analyzer getWrappedAnalyzer(String field) {
            return Words.FOLDED;
        }

        @Override
        public int getPositionIncrementGap(String field) {
            return GAP;
        }
    }
}
