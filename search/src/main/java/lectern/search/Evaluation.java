package lectern.search;

import java.util.Collection;
import java.util.List;

/** The engine alone, for scoring on test collections: documents in, ranked ids out, with the ranking that readers get. */
public final class Evaluation implements AutoCloseable {
    /** A document of a collection. */
    public record Document(String id, String title, String body) {}

    private final LuceneIndex index;

    private Evaluation(LuceneIndex index) {
        this.index = index;
    }

    public static Evaluation of(Collection<Document> documents) {
        return new Evaluation(LuceneIndex.of(documents.stream().map(Evaluation::passage).toList(), Lexicon.EMPTY));
    }

    /** The best documents' ids, best first. The last word counts as finished; long questions are read whole. */
    public List<String> ranked(String question, int limit) {
        return index.find(new Question(question + " ", limit), Limits.LONG, false).hits().stream().map(Hit::url).toList();
    }

    @Override
    public void close() {
        index.close();
    }

    private static Passage passage(Document document) {
        return new Passage(document.id, document.id, document.title, "", document.body, "", Passage.Kind.SECTION, document.id);
    }
}
