package lectern.site.book;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lectern.site.markup.Kind;
import lectern.site.markup.Labels;
import lectern.site.markup.cite.Bibliography;
import lectern.site.markup.html.Facts;

/** What is known of a book that stands on no page of it alone. */
final class WholeBook {
    private WholeBook() {}

    static BookFacts.Whole facts(Configuration configuration, Contents contents, Bibliography bibliography, List<PageFacts> pages) {
        return new BookFacts.Whole(parts(configuration, contents), bibliography, configuration.numeric() ? numbers(bibliography, pages) : Map.of(), cited(pages), configuration.sites());
    }

    /** The works that the book cites, if any of its pages lists them. */
    private static Set<String> cited(List<PageFacts> pages) {
        return pages.stream().noneMatch(page -> page.page().listsWorks()) ? Set.of() : pages.stream().flatMap(page -> page.cited().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** The works by their keys, numbered in the order in which they are cited. */
    private static Map<String, String> numbers(Bibliography bibliography, List<PageFacts> pages) {
        var numbers = new LinkedHashMap<String, String>();
        pages.stream().flatMap(page -> page.cited().stream()).filter(bibliography.entries()::containsKey).forEach(key -> numbers.putIfAbsent(key, String.valueOf(numbers.size() + 1)));
        return numbers;
    }

    /** Chapters by the names of their folders, and parts that are not written yet. */
    private static Map<String, Facts.Referent> parts(Configuration configuration, Contents contents) {
        var parts = new LinkedHashMap<String, Facts.Referent>();
        for (var chapter : contents.chapters()) {
            if (!chapter.number().isEmpty() && !chapter.pages().isEmpty()) {
                var folder = chapter.pages().getFirst().file().replaceFirst("/[^/]*$", "");
                parts.putIfAbsent(Labels.normal(folder), new Facts.Referent(Kind.HEADING, chapter.number(), PageFacts.word(chapter.number()), "/" + chapter.pages().getFirst().path(),
                        "", chapter.title()));
            }
        }
        for (var part : configuration.planned()) {
            parts.putIfAbsent(Labels.normal(part.label()), new Facts.Referent(Kind.HEADING, part.number(), PageFacts.word(part.number()), "", "", part.title()));
        }
        return parts;
    }
}
