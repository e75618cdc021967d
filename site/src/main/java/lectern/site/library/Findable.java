package lectern.site.library;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.search.Passage;
import lectern.site.book.Book;
import lectern.site.book.Reference;
import lectern.site.book.Section;

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
        var first = new LinkedHashMap<String, Section>();
        var works = new LinkedHashMap<String, Reference>();
        var citing = new LinkedHashMap<String, Set<String>>();
        for (var section : book.sections()) {
            for (var work : section.references()) {
                first.putIfAbsent(work.anchor(), section);
                works.putIfAbsent(work.anchor(), work);
                citing.computeIfAbsent(work.anchor(), i -> new LinkedHashSet<>()).add(section.number().isEmpty() ? section.shortTitle() : section.number());
            }
        }
        return works.values().stream().map(work -> new Passage(WORKS + "#" + work.anchor(), first.get(work.anchor()).url() + "#" + work.anchor(), work.title(),
                "Cited in " + String.join(", ", citing.get(work.anchor())), work.words(), "", Passage.Kind.REFERENCE, WORKS).withChapter("")).toList();
    }
}
