package lectern.site.web;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import lectern.search.Passage;
import lectern.site.book.Book;
import lectern.site.book.Section;
import lectern.site.library.Body;
import lectern.site.library.Library;
import lectern.site.library.Snapshot;
import lectern.site.markup.tex.Setting;
import lectern.site.markup.tex.Symbol;

/** The pages that every book has without writing them: notation, glossary, figures, bibliography, and how its numbers are known. */
public final class BackMatter {

    /** One of the pages. @param path without the leading slash */
    public enum Part {
        NOTATION("notation", "Notation"), GLOSSARY("glossary", "Glossary"), FIGURES("list-of-figures", "Figures and widgets"), BIBLIOGRAPHY("bibliography", "Bibliography"),
        HOW_WE_KNOW("how-we-know", "How we know");

        private final String path;
        private final String title;

        Part(String path, String title) {
            this.path = path;
            this.title = title;
        }

        public String path() {
            return path;
        }

        public String title() {
            return title;
        }

        /** Whether a section has anything for this page. */
        private boolean takes(Section section) {
            return switch (this) {
                case NOTATION -> section.symbols();
                case GLOSSARY -> section.kinds().contains(Passage.Kind.TERM);
                case FIGURES -> section.kinds().contains(Passage.Kind.FIGURE) || section.kinds().contains(Passage.Kind.WIDGET);
                case BIBLIOGRAPHY -> !section.references().isEmpty();
                case HOW_WE_KNOW -> !section.computed().isEmpty();
            };
        }
    }

    /** A symbol, how it is drawn, and the pages that use it. */
    private record Use(String drawn, Set<Section> sections) {}

    private final Library library;
    private final Pages pages;
    private final Map<Part, Made> made = new ConcurrentHashMap<>();

    private record Made(long version, Body body) {}

    public BackMatter(Library library, Pages pages) {
        this.library = library;
        this.pages = pages;
    }

    /** The pages that a book has something for, and no page of its own in their place. */
    public static List<Part> of(Book book) {
        var parts = EnumSet.noneOf(Part.class);
        var missing = EnumSet.allOf(Part.class);
        for (var section : book.sections()) {
            missing.removeIf(part -> part.takes(section) && parts.add(part));
            if (missing.isEmpty()) {
                break;
            }
        }
        parts.removeIf(part -> book.section(part.path).isPresent());
        return List.copyOf(parts);
    }

    /** The page at a path; made when it is first asked for, once for each reading of the book. */
    public Optional<Body> page(Snapshot now, String path) {
        return of(now.book()).stream().filter(part -> part.path.equals(path)).findFirst().map(part -> made.compute(part,
                (p, before) -> before != null && before.version == now.version() ? before : new Made(now.version(), Body.html(pages.list(now.book(), part.title, html(part, now.book()))))).body);
    }

    private String html(Part part, Book book) {
        return switch (part) {
            case NOTATION -> notation(book);
            case GLOSSARY -> hits(book, p -> p.kind() == Passage.Kind.TERM);
            case FIGURES -> hits(book, BackMatter::isFigure);
            case BIBLIOGRAPHY -> bibliography(book);
            case HOW_WE_KNOW -> new Provenance(book).html();
        };
    }

    private static boolean isFigure(Passage passage) {
        return passage.kind() == Passage.Kind.FIGURE || passage.kind() == Passage.Kind.WIDGET;
    }

    private String notation(Book book) {
        var uses = new LinkedHashMap<Symbol, Use>();
        for (var section : book.sections()) {
            for (var used : section.formulas()) {
                Setting setting = used.formula().setting();
                for (var spot : library.spots(used.formula()).all()) {
                    var symbol = setting.meanings().get(spot.tex());
                    if (symbol != null) {
                        uses.computeIfAbsent(symbol, s -> new Use(library.drawn(s, setting), new LinkedHashSet<>())).sections.add(section);
                    }
                }
            }
        }
        var html = new StringBuilder("<p>Every symbol in the order in which the book first uses it: what it means, its shape and unit, how it is spoken, and where it stands.</p><ul class=\"hits\">");
        uses.forEach((symbol, use) -> {
            html.append("<li id=\"").append(Words.escape(symbol.id())).append("\"><a href=\"").append(use.sections.iterator().next().url()).append("\"><span class=\"kind\">").append(use.drawn)
                    .append("</span><span>").append(Words.escape(symbol.meaning())).append("</span>");
            line(html, SymbolCards.facts(symbol));
            line(html, "In " + use.sections.stream().map(s -> Words.escape(name(s))).collect(Collectors.joining(", ")));
            html.append("</a></li>");
        });
        return html.append("</ul>").toString();
    }

    private static void line(StringBuilder html, String text) {
        if (!text.isEmpty()) {
            html.append("<span class=\"trail\">").append(text).append("</span>");
        }
    }

    /** The number of a page, or its title where it has none. */
    static String name(Section section) {
        return section.number().isEmpty() ? section.shortTitle() : section.number();
    }

    private static String hits(Book book, java.util.function.Predicate<Passage> which) {
        var html = new StringBuilder("<ul class=\"hits\">");
        for (var section : book.sections()) {
            for (var passage : section.passages()) {
                if (which.test(passage)) {
                    boolean term = passage.kind() == Passage.Kind.TERM;
                    html.append("<li><a href=\"").append(Words.escape(passage.url())).append("\"><span class=\"kind\">").append(Words.escape(passage.title())).append("</span><span>")
                            .append(Words.escape(term ? passage.text().replaceFirst("^[^:]*: ", "") : passage.text())).append("</span>");
                    line(html, Words.escape(passage.trail()));
                    html.append("</a></li>");
                }
            }
        }
        return html.append("</ul>").toString();
    }

    private static String bibliography(Book book) {
        var html = new StringBuilder("<ol class=\"refs\">");
        book.works().stream().sorted(Comparator.comparing(cited -> cited.work().words(), String::compareToIgnoreCase)).forEach(cited -> {
            var pages = cited.by().stream().map(s -> "<a href=\"" + s.url() + "#" + cited.work().anchor() + "\">" + Words.escape(name(s)) + "</a>").collect(Collectors.joining(", "));
            html.append(cited.work().html("<span class=\"back\">Cited in " + pages + "</span>"));
        });
        return html.append("</ol>").toString();
    }
}
