package lectern.site.markup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The directives that are known: what their argument and body are, and which options they take. */
public final class Directives {
    /** What an argument is: not taken (then it begins the body), plain text, or Markdown. */
    enum Argument { NONE, TEXT, TITLE }

    /** @param markdown whether the body is Markdown; else it is kept as written */
    record Shape(Argument argument, boolean markdown, Set<String> options) {}

    private static final Set<String> COMMON = Set.of("label", "name", "class", "enumerated", "enumerator", "numbered", "nonumber", "number");
    private static final Map<String, Shape> KNOWN = new HashMap<>();
    /** Names of admonitions. */
    public static final List<String> ADMONITIONS = List.of("attention", "caution", "danger", "error", "important", "hint", "note", "seealso", "tip", "warning");
    /** Names of the theorem family, without {@code prf:}. */
    public static final List<String> STATEMENTS = List.of("theorem", "lemma", "corollary", "proposition", "definition", "example", "remark", "observation",
            "conjecture", "axiom", "assumption", "criterion", "property", "algorithm");

    private Directives() {}

    static {
        title("admonition topic", "icon open");
        title(String.join(" ", ADMONITIONS), "icon open when");
        title("dropdown", "icon open color animate margin chevron title");
        title("margin aside sidebar", "title");
        title("exercise", "hidden nonumber number");
        title("answer", "value tolerance unit variables choices seed");

        STATEMENTS.forEach(s -> title("prf:" + s, "nonumber"));
        title("prf:proof proof", "nonumber");
        text("exercise-start solution solution-start prf:proof-start", "hidden");
        text("exercise-end solution-end prf:proof-end", "");
        title("card", "header footer link url link-type link-alt shadow width margin text-align columns img-top img-bottom img-background class-card class-header class-body class-title class-footer");
        title("grid-item-card", "header footer link url link-type link-alt shadow columns margin padding text-align img-top img-bottom class-card class-header class-body class-title class-footer class-item");
        text("grid grid-item", "gutter margin padding outline reverse columns child-direction child-align class-container class-row");
        text("tab-set tab-item-set", "sync-group class-content class-label");
        title("tab-item", "sync selected class-content class-label class-container");
        text("figure", "alt width height align scale figwidth figclass placeholder no-subfig no-subfigures target remove-input remove-output kind");
        text("widget", "state preset hide static alt");
        title("table", "align widths width header-rows stub-columns");
        title("list-table", "header-rows align widths width stub-columns");
        title("glossary", "sorted");
        title("epigraph pull-quote blockquote", "");
        title("div container rubric centered", "style");
        title("tableofcontents toctree bibliography", "filter style cited all maxdepth depth hidden caption glob titlesonly caption context list-prefix");
        title("versionadded deprecated versionchanged", "");
        raw("math", "nowrap");
        raw("code code-block sourcecode code-cell", "number-lines lineno-start linenos emphasize-lines caption filename lineno-match lines dedent force tags tag "
                + "execution_count language kernel id hide-input hide-output hide-cell hidden");
        raw("literalinclude", "language lang lines start-line start-at start-after end-line end-at end-before lineno-start lineno-match linenos number-lines emphasize-lines caption filename dedent diff");
        raw("image", "alt width height align scale title target");
        raw("include", "start-line start-at start-after end-line end-at end-before literal lang relative-images relative-docs lineno-start filename caption");
        raw("csv-table", "header header-rows align widths width delim file");
        raw("mermaid raw iframe embed index contents", "width height align title format depth local backlinks alt entries single pair");
    }

    private static void title(String names, String options) {
        add(names, Argument.TITLE, true, options);
    }

    private static void text(String names, String options) {
        add(names, Argument.TEXT, true, options);
    }

    private static void raw(String names, String options) {
        add(names, Argument.TEXT, false, options);
    }

    private static void add(String names, Argument argument, boolean markdown, String options) {
        var all = new java.util.HashSet<>(COMMON);
        all.addAll(List.of(options.split(" ")));
        all.addAll(List.of("say", "symbols"));
        all.remove("");
        for (var name : names.split(" ")) {
            KNOWN.putIfAbsent(name, new Shape(argument, markdown, Set.copyOf(all)));
        }
    }

    static Optional<Shape> shape(String name) {
        return Optional.ofNullable(KNOWN.get(name));
    }

    /** Whether a directive of this name is known. */
    public static boolean known(String name) {
        return KNOWN.containsKey(name);
    }

    static Collection<String> names() {
        return new ArrayList<>(KNOWN.keySet());
    }
}
