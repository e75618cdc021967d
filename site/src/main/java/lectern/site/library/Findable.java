package lectern.site.library;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lectern.search.Passage;
import lectern.site.book.Book;

/** What can be found in a book: the passages of its pages, and each work that it cites, once. */
public final class Findable {
    /** The page that works belong to; no page of a book has a blank in its path. */
    private static final String WORKS = "cited works";

    private Findable() {}

    /** Passages by the page that they belong to. */
    public static Map<String, List<Passage>> in(Book book) {
        var all = new LinkedHashMap<String, List<Passage>>();
        book.sections().forEach(section -> all.put(section.path(), section.passages()));
        all.put(WORKS, works(book));
        return all;
    }

    /** Each work where it is first listed, with the numbers of all pages that cite it. */
    private static List<Passage> works(Book book) {
        return book.works().stream().map(cited -> {
            var work = cited.work();
            var pages = cited.by().stream().map(section -> section.number().isEmpty() ? section.shortTitle() : section.number()).distinct().collect(Collectors.joining(", "));
            return new Passage(WORKS + "#" + work.anchor(), cited.by().getFirst().url() + "#" + work.anchor(), work.title(), "Cited in " + pages, work.words(), "", Passage.Kind.REFERENCE, WORKS).withChapter("");
        }).toList();
    }
}
