package lectern.site.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lectern.site.markup.Place;
import lectern.site.markup.Yaml;
import org.jspecify.annotations.Nullable;

/**
 * A line of the table of contents as the author wrote it.
 *
 * @param file page, with or without its ending; empty for a group
 * @param pattern file pattern; empty for a page or group
 * @param url address elsewhere; empty for what is in the book
 * @param numbered whether a Jupyter Book numbers it
 */
record TocEntry(String file, String pattern, String url, String title, List<TocEntry> children, boolean numbered, Place place) {
    /** The entries of a {@code toc:} in {@code myst.yml}. */
    static List<TocEntry> list(@Nullable Object value, String source, boolean numbered) {
        var entries = new ArrayList<TocEntry>();
        for (var item : Yaml.list(value)) {
            if (item instanceof Map<?, ?> m) {
                var map = Yaml.map(m);
                entries.add(new TocEntry(Yaml.text(map.get("file")), Yaml.text(map.get("pattern")), Yaml.text(map.get("url")), Yaml.text(map.get("title")), list(map.get("children"), source, numbered),
                        numbered && map.containsKey("file"), Place.of(source)));
            } else {
                entries.add(new TocEntry(item.toString(), "", "", "", List.of(), numbered, Place.of(source)));
            }
        }
        return entries;
    }

    /** The same entry without a number. */
    TocEntry plain() {
        return new TocEntry(file, pattern, url, title, children, false, place);
    }

    /** The entries of a {@code _toc.yml}, in any of its forms. */
    static List<TocEntry> jupyterBook(@Nullable Object value, String source) {
        if (value instanceof List<?> list) {
            return children(list, source, false);
        }
        var map = Yaml.map(value);
        var entries = new ArrayList<TocEntry>();
        if (map.containsKey("root")) {
            entries.add(new TocEntry(Yaml.text(map.get("root")), "", "", "", List.of(), false, Place.of(source)));
        }
        boolean numbered = numbered(map) || numbered(Yaml.map(map.get("defaults"))) || numbered(Yaml.map(map.get("options")));
        for (var part : Yaml.list(map.get("parts"))) {
            var p = Yaml.map(part);
            var chapters = children(p.get("chapters"), source, numbered || numbered(p));
            entries.add(new TocEntry("", "", "", Yaml.text(p.get("caption")), chapters, false, Place.of(source)));
        }
        entries.addAll(children(map.get("chapters"), source, numbered));
        entries.addAll(children(map.get("sections"), source, numbered));
        return entries;
    }

    private static boolean numbered(Map<String, Object> map) {
        var value = map.get("numbered");
        return value != null && !value.equals(false);
    }

    private static List<TocEntry> children(@Nullable Object value, String source, boolean numbered) {
        var entries = new ArrayList<TocEntry>();
        for (var item : Yaml.list(value)) {
            var map = Yaml.map(item);
            if (map.containsKey("part") && map.containsKey("chapters")) {
                entries.add(new TocEntry("", "", "", Yaml.text(map.get("part")), children(map.get("chapters"), source, numbered), false, Place.of(source)));
            } else if (map.containsKey("file")) {
                var inner = map.containsKey("sections") ? map.get("sections") : map.containsKey("subtrees") ? map.get("subtrees") : map.get("chapters");
                entries.add(new TocEntry(Yaml.text(map.get("file")), "", "", Yaml.text(map.get("title")), children(inner, source, numbered), numbered || numbered(map), Place.of(source)));
            } else if (map.containsKey("glob")) {
                entries.add(new TocEntry("", Yaml.text(map.get("glob")), "", "", List.of(), numbered, Place.of(source)));
            } else if (map.containsKey("url")) {
                entries.add(new TocEntry("", "", Yaml.text(map.get("url")), Yaml.text(map.get("title")), List.of(), false, Place.of(source)));
            }
        }
        return entries;
    }
}
