package lectern.search;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** How many matching passages are of each kind and in each chapter. */
final class Counts extends SimpleCollector {
    private final Map<String, Integer> kinds = new TreeMap<>();
    private final Map<String, Integer> chapters = new TreeMap<>();
    private SortedDocValues kind = DocValues.emptySorted();
    private SortedDocValues chapter = DocValues.emptySorted();
    private int[] ofKind = {};
    private int[] ofChapter = {};

    /** One count for all of a search. */
    static CollectorManager<Counts, Counts> manager() {
        return new CollectorManager<>() {
            @Override
            public Counts newCollector() {
                return new Counts();
            }

            @Override
            public Counts reduce(Collection<Counts> parts) throws IOException {
                Counts all = new Counts();
                for (Counts part : parts) {
                    part.finish();
                    part.kinds.forEach((name, count) -> all.kinds.merge(name, count, Integer::sum));
                    part.chapters.forEach((name, count) -> all.chapters.merge(name, count, Integer::sum));
                }
                return all;
            }
        };
    }

    void add(Passage passage) {
        kinds.merge(passage.kind().name(), 1, Integer::sum);
        chapters.merge(passage.chapter(), 1, Integer::sum);
    }

    Map<Passage.Kind, Integer> kinds() {
        Map<Passage.Kind, Integer> named = new TreeMap<>();
        kinds.forEach((name, count) -> named.put(Passage.Kind.valueOf(name), count));
        return named;
    }

    Map<String, Integer> chapters() {
        return chapters;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
        finish();
        kind = DocValues.getSorted(leaf.reader(), Layer.KIND_COUNTED);
        chapter = DocValues.getSorted(leaf.reader(), Layer.CHAPTER_COUNTED);
        ofKind = new int[kind.getValueCount()];
        ofChapter = new int[chapter.getValueCount()];
    }

    @Override
    public void collect(int document) throws IOException {
        if (kind.advanceExact(document)) ofKind[kind.ordValue()]++;
        if (chapter.advanceExact(document)) ofChapter[chapter.ordValue()]++;
    }

    /** Adds what was counted in one segment, whose numbers of kinds and chapters are its own. */
    @Override
    public void finish() throws IOException {
        for (int i = 0; i < ofKind.length; i++) if (ofKind[i] > 0) kinds.merge(kind.lookupOrd(i).utf8ToString(), ofKind[i], Integer::sum);
        for (int i = 0; i < ofChapter.length; i++) if (ofChapter[i] > 0) chapters.merge(chapter.lookupOrd(i).utf8ToString(), ofChapter[i], Integer::sum);
        ofKind = new int[0];
        ofChapter = new int[0];
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }
}
