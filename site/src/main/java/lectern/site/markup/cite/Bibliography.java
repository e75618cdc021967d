package lectern.site.markup.cite;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import lectern.site.markup.Mistake;
import lectern.site.markup.Place;
import lectern.site.markup.Rule;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.Key;
import org.jbibtex.ObjectResolutionException;
import org.jbibtex.ParseException;
import org.jbibtex.TokenMgrException;

/** The entries of a book's BibTeX files, by key. */
public record Bibliography(Map<String, Entry> entries, Map<String, String> files, List<Mistake> mistakes) {
    public static final Bibliography EMPTY = new Bibliography(Map.of(), Map.of(), List.of());
    private static final Pattern ENTRY = Pattern.compile("(?m)^[ \\t]*@\\s*([A-Za-z]+)\\s*[({]\\s*([^,\\s{}()=]+)\\s*,");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern AND = Pattern.compile("(?i)(?<!\\s)\\s+and\\s+");
    private static final Pattern ARXIV = Pattern.compile("(?i)(?:arxiv[:.\\s/]*)?((?:\\d{4}\\.\\d{4,5}|[a-z-]+(?:\\.[a-z]{2})?/\\d{7})(?:v\\d+)?)");

    /** @param texts file inside the book folder to its text, in order; the first entry of a key wins */
    public static Bibliography of(Map<String, String> texts) {
        var entries = new LinkedHashMap<String, Entry>();
        var files = new HashMap<String, String>();
        var mistakes = new ArrayList<Mistake>();
        texts.forEach((file, text) -> {
            for (var entry : read(file, text, mistakes)) {
                if (entries.putIfAbsent(entry.key(), entry) == null) {
                    files.put(entry.key(), file);
                } else {
                    mistakes.add(new Mistake(new Place(file, entry.line(), 1), Rule.BIBLIOGRAPHY, "The key \"" + entry.key() + "\" is used twice.", "Rename or remove one of the entries."));
                }
            }
        });
        return new Bibliography(Map.copyOf(lettered(entries)), Map.copyOf(files), List.copyOf(mistakes));
    }

    /** Reads entry by entry, so that one that cannot be read does not take the others with it. */
    private static List<Entry> read(String file, String text, List<Mistake> mistakes) {
        var found = new ArrayList<Entry>();
        var strings = new StringBuilder();
        var start = ENTRY.matcher(text);
        var macros = Pattern.compile("(?im)^[ \\t]*@string\\s*[({].*[)}]\\s*$").matcher(text);
        while (macros.find()) {
            strings.append(macros.group()).append('\n');
        }
        var starts = new ArrayList<int[]>();
        while (start.find()) {
            if (!start.group(1).matches("(?i)string|comment|preamble")) {
                starts.add(new int[] {start.start(), start.start(2)});
            }
        }
        for (int i = 0; i < starts.size(); i++) {
            int from = starts.get(i)[0];
            int to = i + 1 < starts.size() ? starts.get(i + 1)[0] : text.length();
            int line = 1 + (int) text.substring(0, starts.get(i)[1]).chars().filter(c -> c == '\n').count();
            var one = text.substring(from, to).replaceAll("(?im)^[ \\t]*@(comment|string|preamble).*$", "");
            try {
                var parser = new Lenient();
                var database = parser.parse(new StringReader(strings + one));
                database.getEntries().forEach((key, entry) -> found.add(entry(key.getValue(), entry, line)));
            } catch (ParseException | TokenMgrException | ObjectResolutionException e) {
                var token = e instanceof ParseException p ? p.currentToken : null;
                int lines = (int) strings.chars().filter(c -> c == '\n').count();
                int at = token == null || token.next == null ? line : line + token.next.beginLine - lines - 1;
                mistakes.add(new Mistake(new Place(file, Math.max(line, at), 1), Rule.BIBLIOGRAPHY, "This entry cannot be read as BibTeX.", "Look for a missing comma, quote or brace."));
            }
        }
        return found;
    }

    /** Unknown {@code @string} names stand for themselves. */
    private static final class Lenient extends BibTeXParser {
        private Lenient() throws ParseException {}

        @Override
        public void checkStringResolution(Key key, org.jbibtex.@org.jspecify.annotations.Nullable BibTeXString string) {}
    }

    private static Entry entry(String key, BibTeXEntry e, int line) {
        var people = field(e, "author").isEmpty() ? field(e, "editor") : field(e, "author");
        var families = new ArrayList<String>();
        for (var person : outsideBraces(people, AND)) {
            if (!person.isBlank()) {
                families.add(family(person.strip()));
            }
        }
        var year = field(e, "year").isEmpty() ? field(e, "date").replaceFirst("^(\\d{4}).*", "$1") : field(e, "year");
        return new Entry(key, families, Latex.plain(year), Latex.plain(field(e, "title")), venue(e), links(e), line);
    }

    private static String field(BibTeXEntry e, String name) {
        var value = e.getField(new Key(name));
        return value == null ? "" : value.toUserString().strip().replaceAll("\\s+", " ");
    }

    private static String family(String person) {
        if (person.equals("others")) {
            return "others";
        }
        if (person.startsWith("{") && person.endsWith("}") && person.indexOf('{', 1) < 0) {
            return Latex.plain(person);
        }
        int comma = person.indexOf(',');
        if (comma >= 0) {
            return Latex.plain(person.substring(0, comma));
        }
        // First von Last: the family begins at the first word in lower case, or is the last word
        var words = outsideBraces(person, SPACE).toArray(String[]::new);
        int from = words.length - 1;
        for (int i = 0; i < words.length - 1; i++) {
            if (Character.isLowerCase(words[i].charAt(0))) {
                from = i;
                break;
            }
        }
        return Latex.plain(String.join(" ", java.util.Arrays.copyOfRange(words, from, words.length)));
    }

    /** A text in parts; what stands in braces is never parted. */
    private static List<String> outsideBraces(String text, Pattern at) {
        var parts = new ArrayList<String>();
        var found = at.matcher(text);
        int from = 0;
        int depth = 0;
        int counted = 0;
        while (found.find()) {
            for (; counted < found.start(); counted++) {
                depth += text.charAt(counted) == '{' ? 1 : text.charAt(counted) == '}' ? -1 : 0;
            }
            if (depth <= 0) {
                parts.add(text.substring(from, found.start()));
                from = found.end();
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static String venue(BibTeXEntry e) {
        var venue = new StringJoiner(", ");
        for (var name : new String[] {"journal", "journaltitle", "booktitle", "howpublished", "publisher", "school", "institution"}) {
            var value = Latex.plain(field(e, name));
            if (!value.isEmpty() && !value.startsWith("http") && !venue.toString().contains(value) && !value.toLowerCase(java.util.Locale.ROOT).startsWith("arxiv")) {
                venue.add(value);
            }
        }
        var volume = Latex.plain(field(e, "volume"));
        var number = Latex.plain(field(e, "number"));
        if (!volume.isEmpty()) {
            venue.add(number.isEmpty() ? volume : volume + "(" + number + ")");
        }
        var pages = Latex.plain(field(e, "pages"));
        if (!pages.isEmpty()) {
            venue.add(pages.replaceAll("(?<!\\s)\\s*+[-–]++\\s*+", "–"));
        }
        return venue.toString();
    }

    private static List<Entry.Link> links(BibTeXEntry e) {
        var links = new ArrayList<Entry.Link>();
        var doi = field(e, "doi").replaceFirst("(?i)^(https?://(dx\\.)?doi\\.org/|doi:\\s*)", "");
        var eprint = ARXIV.matcher(field(e, "eprint"));
        var said = ARXIV.matcher(field(e, "journal").toLowerCase(java.util.Locale.ROOT).contains("arxiv") ? field(e, "journal") : "");
        var kind = field(e, "archiveprefix") + field(e, "eprinttype");
        if (eprint.matches() && (kind.isEmpty() || kind.equalsIgnoreCase("arxiv"))) {
            links.add(new Entry.Link("https://arxiv.org/abs/" + eprint.group(1), "arXiv:" + eprint.group(1)));
        } else if (said.find()) {
            links.add(new Entry.Link("https://arxiv.org/abs/" + said.group(1), "arXiv:" + said.group(1)));
        }
        if (!doi.isEmpty() && !(links.size() == 1 && doi.toLowerCase(java.util.Locale.ROOT).contains("arxiv"))) {
            links.add(new Entry.Link("https://doi.org/" + doi.replace("<", "%3C").replace(">", "%3E"), "doi:" + doi));
        }
        var url = field(e, "url").replace("\\_", "_").replace("\\%", "%").replace("\\url{", "").replaceFirst("}$", "");
        if (links.isEmpty() && url.matches("(?i)https?://.*")) {
            links.add(new Entry.Link(url, url.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", "")));
        }
        return links;
    }

    /** Letters tell apart works of the same authors and year. */
    private static Map<String, Entry> lettered(Map<String, Entry> entries) {
        var groups = new LinkedHashMap<String, List<Entry>>();
        entries.values().forEach(e -> groups.computeIfAbsent(e.shortAuthors() + "|" + e.year(), k -> new ArrayList<>()).add(e));
        var lettered = new LinkedHashMap<>(entries);
        for (var group : groups.values()) {
            for (int i = 0; group.size() > 1 && i < group.size(); i++) {
                var e = group.get(i);
                lettered.put(e.key(), new Entry(e.key(), e.families(), e.year() + (i < 26 ? String.valueOf((char) ('a' + i)) : "-" + i), e.title(), e.venue(), e.links(), e.line()));
            }
        }
        return lettered;
    }
}
