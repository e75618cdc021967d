package lectern.search;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import lectern.search.formula.Line;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/** Writes the index of some passages. A text is cut into words once for all the fields that hold it, and a word reduced to its stem once. */
final class LayerWriter {
    /** Between two texts in one field: more than any slop. */
    private static final int GAP = 100;
    private static final int BUFFER_MEGABYTES = 64;
    private static final Pattern JOINT = Pattern.compile("[_.]|(?<=[a-z])(?=[A-Z])");
    private static final FieldType COUNTED = type(IndexOptions.DOCS_AND_FREQS);
    private static final FieldType PLACED = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    private static final FieldType LISTED = type(IndexOptions.DOCS);

    private final IndexWriter writer;
    private final Map<String, String> stems = new HashMap<>();

    private LayerWriter(IndexWriter writer) {
        this.writer = writer;
    }

    /** Writes every passage and every formula as a document; the formulas last, for each kind has fields of its own, and Lucene keeps what lies close together best. */
    static void write(Directory directory, List<Passage> passages, Layer.Lines lines) throws IOException {
        var settings = new IndexWriterConfig(new Apart()).setOpenMode(IndexWriterConfig.OpenMode.CREATE).setUseCompoundFile(false)
            .setRAMBufferSizeMB(BUFFER_MEGABYTES).setMergeScheduler(new SerialMergeScheduler());
        try (IndexWriter writer = new IndexWriter(directory, settings)) {
            var layer = new LayerWriter(writer);
            for (int nth = 0; nth < passages.size(); nth++) layer.addPassage(passages.get(nth), nth, lines);
            writer.flush(); // a part of the index by itself: where every document has a field, Lucene finds its length without a search
            for (int nth = 0; nth < passages.size(); nth++) layer.addFormulas(passages.get(nth), nth, lines);
        }
    }

    private void addPassage(Passage passage, int nth, Layer.Lines lines) throws IOException {
        Document document = standing(passage, nth);
        document.add(new SortedDocValuesField(Layer.KIND_COUNTED, new BytesRef(passage.kind().name())));
        document.add(new SortedDocValuesField(Layer.CHAPTER_COUNTED, new BytesRef(Layer.cut(passage.chapter()))));
        document.add(new StringField(Layer.NAME, Layer.name(passage.title()), Field.Store.NO));
        add(document, Layer.TITLE, passage.title());
        add(document, Layer.TRAIL, passage.trail());
        add(document, Layer.TEXT, passage.text());
        if (!passage.code().isEmpty()) add(document, Layer.CODE, names(passage.code()));
        Set<String> symbols = new LinkedHashSet<>();
        for (Formula formula : passage.formulas()) symbols.addAll(lines.of(formula).words());
        if (!symbols.isEmpty()) document.add(new Listed(Layer.SYMBOLS, Words.folded(String.join(" ", symbols)), COUNTED));
        writer.addDocument(document);
    }

    private void addFormulas(Passage passage, int nth, Layer.Lines lines) throws IOException {
        for (int i = 0; i < passage.formulas().size(); i++) {
            Line line = lines.of(passage.formulas().get(i));
            if (line.isEmpty()) continue;
            Document document = standing(passage, nth);
            document.add(new NumericDocValuesField(Layer.FORMULA, i));
            document.add(new Listed(Layer.MATHEMATICS, line.terms(), LISTED));
            writer.addDocument(document);
        }
    }

    /** What a passage's document and its formulas' have in common: where they stand, and what a reader may confine a search to. */
    private static Document standing(Passage passage, int nth) {
        Document document = new Document();
        document.add(new StringField(Layer.PAGE, Layer.cut(passage.page()), Field.Store.NO));
        document.add(new StringField(Layer.KIND, passage.kind().name(), Field.Store.NO));
        document.add(new StringField(Layer.CHAPTER, Layer.cut(passage.chapter()), Field.Store.NO));
        document.add(new NumericDocValuesField(Layer.NTH, nth));
        return document;
    }

    private void add(Document document, String field, String text) {
        List<String> words = Words.folded(text);
        document.add(new Listed(field, stems(words), COUNTED));
        document.add(new Listed(Layer.EXACT, words, PLACED));
    }

    private List<String> stems(List<String> words) {
        return words.stream().map(word -> stems.computeIfAbsent(word, Words::stem)).toList();
    }

    /** A program's names: whole, between dots, and cut at underscores and capitals. */
    private static String names(String code) {
        return String.join(" ", code, code.replace('.', ' '), JOINT.matcher(code).replaceAll(" "));
    }

    private static FieldType type(IndexOptions options) {
        FieldType type = new FieldType();
        type.setIndexOptions(options);
        type.setTokenized(true);
        // a formula's length is weighed by its likeness, not by Lucene
        type.setOmitNorms(options == IndexOptions.DOCS);
        type.freeze();
        return type;
    }

    /** A field whose terms are known. */
    private static final class Listed extends Field {
        private final Collection<String> terms;

        private Listed(String name, Collection<String> terms, FieldType type) {
            super(name, type);
            this.terms = terms;
        }

        @Override
        public TokenStream tokenStream(Analyzer analyzer, TokenStream reuse) {
            Terms stream = reuse instanceof Terms before ? before : new Terms();
            stream.rest = terms.iterator();
            return stream;
        }
    }

    /** Terms, one after the other. */
    private static final class Terms extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private Iterator<String> rest = List.<String>of().iterator();

        @Override
        public boolean incrementToken() {
            clearAttributes();
            if (!rest.hasNext()) return false;
            term.append(rest.next());
            return true;
        }
    }

    /** Keeps the texts of a field apart; the words are cut before. */
    private static final class Apart extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            return new TokenStreamComponents(new KeywordTokenizer());
        }

        @Override
        public int getPositionIncrementGap(String field) {
            return GAP;
        }
    }
}
