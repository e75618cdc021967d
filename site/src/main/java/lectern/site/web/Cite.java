package lectern.site.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lectern.site.book.Book;
import lectern.site.book.Section;

/** How to cite a page: in words, and for BibTeX. */
public final class Cite {
    private static final Pattern SPECIAL = Pattern.compile("[&%$#_{}~^\\\\]");

    private Cite() {}

    /** The fragment {@code /card/PAGE/cite}. @param url of the page as the world knows it; empty when that is not known */
    public static String html(Book book, Section section, String url) {
        return "<h2>Cite this section</h2><p data-form=\"text\">" + words(book, section, url) + "</p><pre data-form=\"BibTeX\">" + Words.escape(bibTex(book, section, url)) + "</pre>";
    }

    private static String words(Book book, Section section, String url) {
        var parts = new ArrayList<String>();
        if (!book.authors().isEmpty()) {
            parts.add(Words.escape(String.join(", ", book.authors())) + ".");
        }
        parts.add("“" + Words.escape(numbered(section)) + ".”");
        parts.add("In <em>" + Words.escape(book.title()) + "</em>.");
        if (!book.edition().isEmpty()) {
            parts.add(Words.escape(book.edition()) + ".");
        }
        if (!url.isEmpty()) {
            parts.add(Words.escape(url));
        }
        return String.join(" ", parts);
    }

    private static String numbered(Section section) {
        return (section.number() + " " + section.title()).strip();
    }

    static String bibTex(Book book, Section section, String url) {
        var fields = new ArrayList<String>();
        add(fields, "author", book.authors().stream().map(Cite::name).collect(Collectors.joining(" and ")));
        add(fields, "title", "{" + tex(section.title()) + "}");
        add(fields, "booktitle", "{" + tex(book.title()) + "}");
        add(fields, "chapter", tex(section.number()));
        add(fields, "edition", tex(book.edition()));
        add(fields, "url", url);
        return "@incollection{" + key(book.title() + " " + section.path()) + ",\n" + String.join(",\n", fields) + "\n}";
    }

    private static void add(List<String> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.add("  " + name + " = {" + value + "}");
        }
    }

    /** A person as written; a group, whose last word is no name, in braces, so that it is not taken apart. */
    private static String name(String author) {
        String last = author.substring(author.lastIndexOf(' ') + 1);
        return !last.isEmpty() && Character.isLowerCase(last.charAt(0)) ? "{" + tex(author) + "}" : tex(author);
    }

    private static String key(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static String tex(String text) {
        return SPECIAL.matcher(text).replaceAll(m -> Matcher.quoteReplacement(switch (m.group()) {
            case "\\" -> "\\textbackslash{}";
            case "~" -> "\\textasciitilde{}";
            case "^" -> "\\textasciicircum{}";
            case String sign -> "\\" + sign;
        }));
    }
}
