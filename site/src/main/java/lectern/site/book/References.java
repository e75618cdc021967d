package lectern.site.book;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.site.markup.Citation;
import lectern.site.markup.Directive;
import lectern.site.markup.Kind;
import lectern.site.markup.Part;
import lectern.site.markup.PlainTex;
import lectern.site.markup.Role;
import lectern.site.markup.cite.Bibliography;
import lectern.site.markup.cite.Entry;
import lectern.site.markup.html.PageWriter;
import lectern.site.markup.tex.Drawn;
import lectern.site.markup.tex.Formula;
import lectern.site.markup.tex.Setting;
import lectern.site.markup.tex.Tex;

/** The list of the works that a page cites. */
final class References {
    private static final Pattern MATHS = Pattern.compile("\\$([^$]+)\\$");
    private static final String[] TIMES = {"", "cited once", "cited twice"};

    private References() {}

    /** The keys that a citation names; none for another part. */
    static List<String> keys(Part part) {
        return switch (part.node()) {
            case Citation c -> c.items().stream().map(Citation.Item::key).toList();
            case Role r when part.kind() == Kind.CITATION -> Citation.of(r).items().stream().map(Citation.Item::key).toList();
            default -> List.of();
        };
    }

    static String plain(String title) {
        return MATHS.matcher(title).replaceAll(m -> Matcher.quoteReplacement(PlainTex.of(m.group(1))));
    }

    /** Items in the order of authors and years, or of numbers in a numeric style. */
    static List<Reference> list(Page page, Bibliography works, Map<String, String> numbers, Tex tex) {
        return list(page, places(page).keySet(), works, numbers, tex);
    }

    /** Those that a {@code {bibliography}} asks for: all, the page's own, or what the book cites. */
    static List<Reference> list(Page page, Directive asked, Set<String> citedInBook, Bibliography works, Map<String, String> numbers, Tex tex) {
        var keys = asked.has("all") ? works.entries().keySet() : asked.option("filter").contains("docname") ? places(page).keySet() : citedInBook;
        return list(page, keys, works, numbers, tex);
    }

    /** Where the page cites what, in order. */
    private static Map<String, List<String>> places(Page page) {
        var cited = new LinkedHashMap<String, List<String>>();
        int citation = 0;
        for (var part : page.inventory().parts()) {
            if (part.kind() == Kind.CITATION) {
                citation++;
                var keys = keys(part);
                for (int i = 0; i < keys.size(); i++) {
                    cited.computeIfAbsent(keys.get(i), k -> new ArrayList<>()).add("cite-" + citation + (i == 0 ? "" : "-" + (i + 1)));
                }
            }
        }
        return cited;
    }

    private static List<Reference> list(Page page, Set<String> keys, Bibliography works, Map<String, String> numbers, Tex tex) {
        var cited = places(page);
        var entries = new ArrayList<>(keys.stream().filter(works.entries()::containsKey).map(works.entries()::get).toList());
        entries.sort(numbers.isEmpty() ? java.util.Comparator.comparing((Entry e) -> e.longAuthors().toLowerCase(java.util.Locale.ROOT)).thenComparing(Entry::year).thenComparing(Entry::title)
                : java.util.Comparator.comparing((Entry e) -> Integer.parseInt(numbers.getOrDefault(e.key(), "999999"))));
        var items = new ArrayList<Reference>();
        for (var entry : entries) {
            items.add(item(entry, numbers.getOrDefault(entry.key(), ""), cited.getOrDefault(entry.key(), List.of()), page.setting(), tex));
        }
        return items;
    }

    private static Reference item(Entry e, String number, List<String> places, Setting setting, Tex tex) {
        var stop = e.title().matches(".*[.?!]") ? "" : ".";
        var title = plain(e.title());
        var html = said(PageWriter.escape(e.longAuthors()), "<em>" + title(e.title(), setting, tex) + stop + "</em>", PageWriter.escape(e.year()), PageWriter.escape(e.venue()));
        var words = said(e.longAuthors(), title + stop, e.year(), e.venue());
        var links = new StringBuilder();
        var names = new StringBuilder();
        for (var link : e.links()) {
            links.append(" <a href=\"").append(PageWriter.escape(link.url())).append("\">").append(PageWriter.escape(link.words())).append("</a>");
            names.append(' ').append(link.words());
        }
        return new Reference("ref-" + PageWriter.escape(e.key()), number, html + links, back(places), title, words + names);
    }

    private static String said(String authors, String title, String year, String venue) {
        return authors + (authors.isEmpty() ? "" : " ") + (year.isEmpty() ? "" : "(" + year + "). ") + title + (venue.isEmpty() ? "" : " " + venue + ".");
    }

    private static String back(List<String> places) {
        if (places.isEmpty()) {
            return "";
        }
        var times = places.size() < TIMES.length ? TIMES[places.size()] : "cited " + places.size() + " times";
        return "<a class=\"back\" href=\"#" + places.getFirst() + "\">" + times + " ↑</a>";
    }

    private static String title(String title, Setting setting, Tex tex) {
        return MATHS.matcher(PageWriter.escape(title)).replaceAll(m -> {
            var source = m.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
            return Matcher.quoteReplacement(switch (tex.draw(new Formula(source, false, setting.plain()))) {
                case Drawn.Good good -> good.html();
                case Drawn.Bad bad -> PageWriter.escape(PlainTex.of(source));
            });
        });
    }
}
