package lectern.site.book;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lectern.search.Lexicon;

/**
 * The whole book as one immutable value.
 *
 * @param report where a reader tells of a mistake, as an address; empty when the book names no place
 * @param sections in reading order
 * @param redirects old page path to new page path
 * @param images address below the root, {@code ch03/arm.png}, to the file in the book folder
 * @param lexicon what the book says about its own words, for the search
 * @param voice how it wants to be read aloud
 * @param problems of the whole book, those of the sections included, in order of file and line
 */
public record Book(
        Path folder, String title, String description, List<String> authors, String license, String edition, String report, List<Chapter> chapters, List<Section> sections,
        Map<String, String> redirects, Map<String, Path> images, Lexicon lexicon, Voice voice, List<Problem> problems) {
    public Book {
        authors = List.copyOf(authors);
        chapters = List.copyOf(chapters);
        sections = List.copyOf(sections);
        redirects = Map.copyOf(redirects);
        images = Map.copyOf(images);
        problems = List.copyOf(problems);
    }

    public Optional<Section> section(String path) {
        return sections.stream().filter(s -> s.path().equals(path)).findFirst();
    }

    /** A work, as it is first listed, and the pages that cite it, in reading order. */
    public record Cited(Reference work, List<Section> by) {}

    /** Each work that is cited, in the order in which they are first listed. */
    public Collection<Cited> works() {
        var works = new LinkedHashMap<String, Cited>();
        for (var section : sections) {
            for (var work : section.references()) {
                works.computeIfAbsent(work.anchor(), anchor -> new Cited(work, new ArrayList<>())).by.add(section);
            }
        }
        return works.values();
    }

    /** A folder that cannot be read, as a book without pages and with that one problem. */
    public static Book unreadable(Problem problem) {
        return new Book(Path.of(""), "This book cannot be read yet", "", List.of(), "", "", "", List.of(), List.of(), Map.of(), Map.of(), Lexicon.EMPTY, Voice.USUAL, List.of(problem));
    }

    /** This book with some sections, given by path, in the place of its own. */
    public Book keeping(Map<String, Section> kept) {
        var shelved = chapters.stream().map(c -> new Chapter(c.number(), c.title(), c.description(), c.entries().stream().<Chapter.Entry>map(e -> switch (e) {
            case Chapter.Entry.Written(Section s) -> new Chapter.Entry.Written(kept.getOrDefault(s.path(), s));
            case Chapter.Entry.Planned planned -> planned;
            case Chapter.Entry.Link link -> link;
        }).toList())).toList();
        var read = sections.stream().map(s -> kept.getOrDefault(s.path(), s)).toList();
        return new Book(folder, title, description, authors, license, edition, report, shelved, read, redirects, images, lexicon, voice, problems);
    }
}
