package lectern.site.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.search.Passage;
import lectern.site.book.Book;
import lectern.site.book.Section;
import org.jsoup.Jsoup;

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
        var citing = new LinkedHashMap<String, Set<String>>();
        for (var section : book.sections()) {
            for (var reference : section.references()) {
                String item = reference.replaceFirst("(?s)<a class=\"back\".*", "");
                first.putIfAbsent(item, section);
                citing.computeIfAbsent(item, i -> new LinkedHashSet<>()).add(section.number().isEmpty() ? section.shortTitle() : section.number());
            }
        }
        var works = new ArrayList<Passage>();
        first.forEach((item, section) -> {
            var read = Jsoup.parseBodyFragment(item);
            read.select(".katex-mathml, .n").remove();
            var entry = read.selectFirst("li[id]");
            var name = read.selectFirst("em");
            if (entry != null && name != null) {
                works.add(new Passage(WORKS + "#" + entry.id(), section.url() + "#" + entry.id(), name.text().replaceFirst("\\.$", ""),
                        "Cited in " + String.join(", ", citing.getOrDefault(item, Set.of())), entry.text(), "", Passage.Kind.REFERENCE, WORKS).withChapter(""));
            }
        });
        return works;
    }
}
