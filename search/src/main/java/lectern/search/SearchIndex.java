package lectern.search;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What a reader searches: an immutable view of the passages of one snapshot of the book. */
public interface SearchIndex extends AutoCloseable {
    /** An index of these passages, in memory. */
    static SearchIndex of(Collection<Passage> passages) {
        return of(passages, Lexicon.EMPTY);
    }

    /** An index of these passages of a book with these aliases and macros, in memory. */
    static SearchIndex of(Collection<Passage> passages, Lexicon lexicon) {
        return LuceneIndex.of(passages, lexicon);
    }

    /**
     * The same, kept in a file between starts: read when it is whole and of these very passages, made again otherwise.
     * A file that cannot be read or written costs time only. Call {@link #warm} before readers come.
     */
    static SearchIndex open(Path file, Collection<Passage> passages, Lexicon lexicon) {
        return LuceneIndex.open(file, passages, lexicon);
    }

    /**
     * What answers a question, words and formulas. Never throws for anything a reader may type; nothing typed finds nothing.
     *
     * <p>Double quotes hold a phrase. Formulas are TeX, between dollars or not, plain typing or MathML.
     */
    Findings find(Question question);

    /** At most {@code limit} hits, best first: {@link #find} without the rest. */
    List<Hit> search(String query, int limit);

    /** Passages of which the title, or each word of it typed so far, begins so; best first, their snippets empty. */
    List<Hit> suggest(String beginning, int limit);

    /** Answers a question that nobody asked: to load Lucene's classes takes as long as a reader's whole deadline. */
    void warm();

    /** The index after every passage of these pages is replaced by the given ones. This index stays as it is. */
    SearchIndex with(Set<String> pages, Collection<Passage> passages);

    @Override
    void close();
}
