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

    private static final String CARD = "header footer link url link-type link-alt shadow width margin padding outline text-align columns child-direction child-align img-top img-bottom img-background img-alt "
            + "class-card class-header class-body class-title class-footer class-item class-img-top class-img-bottom";

    private Directives() {}

    static {
        title("admonition topic todo", "icon open collapsible color");
        title(String.join(" ", ADMONITIONS), "icon open when");
        title("dropdown toggle collapse details", "icon open color animate margin chevron title show class-container class-title class-body");
        title("margin aside sidebar", "title");
        title("exercise exercise-start", "hidden nonumber number");
        text("button-link button-ref", "color outline align expand click-parent tooltip shadow ref-type disabled");
        text("figure-md", "alt width height align scale figwidth figclass target");
        text("glue:figure glue:md eval:figure", "figwidth figclass align width height alt doc format scale");
        raw("glue glue:any glue:text glue:math eval", "doc format");
        raw("nb-exec-table thebe-button todolist highlight meta sectionauthor codeauthor rst-class cssclass default-domain sectnum", "force linenothreshold");
        text("video audio youtube vimeo iframe embed", "remove-input remove-output placeholder width height align title alt autoplay loop muted poster caption controls aspect privacy url_parameters start nocontrols preload");
        raw("parsed-literal raw-cell line-block graphviz plantuml digraph graph", "format caption align alt");
        title("myst", "");
        text("card-header card-footer acks eval-rst", "");
        raw("automodule autoclass autofunction automethod autoattribute autodata autoexception autosummary", "members undoc-members inherited-members show-inheritance noindex no-index exclude-members special-members "
                + "private-members member-order toctree recursive nosignatures template caption imported-members ignore-module-all synopsis platform deprecated");
        raw("doctest testcode testsetup testcleanup testoutput jupyter-execute plot ipython tikz prompt", "hide options hide-code hide-output include-source format width height align alt caption libs xscale");
        text("subfigure", "layout-sm layout-lg layout-xl layout-xxl gap subcaptions class-grid align width alt figwidth figclass");
        raw("footbibliography productionlist show-index genindex tabularcolumns currentmodule module tags", "");
        text("only ifconfig hlist compound highlights grid-item-row card-carousel tab-set-code tabbed tabs tab", "columns sync");
        text("panels", "container column card header body footer img-top img-top-cls img-bottom img-bottom-cls");
        text("notebook-cell", "caption");
        title("attribution", "");
        title("answer", "value tolerance unit variables choices seed");

        STATEMENTS.forEach(s -> title("prf:" + s, "nonumber"));
        title("prf:proof proof", "nonumber");
        text("solution solution-start prf:proof-start", "hidden");
        text("exercise-end solution-end prf:proof-end", "");
        title("card", CARD);
        title("grid-item-card", CARD);
        text("grid grid-item", "gutter margin padding outline reverse columns child-direction child-align class-container class-row class-col class-item");
        text("tab-set tab-item-set", "sync-group class-content class-label");
        title("tab-item", "sync selected class-content class-label class-container");
        text("figure", "alt width height align scale figwidth figclass placeholder no-subfig no-subfigures target remove-input remove-output kind loading title subcaptions type source caption");
        text("widget", "state preset hide static poster alt");
        title("table", "align widths width header-rows stub-columns");
        title("list-table", "header-rows align widths width stub-columns");
        title("glossary", "sorted");
        title("epigraph pull-quote blockquote", "");
        title("div container rubric centered", "style");
        raw("toctree bibliography", "filter style cited notcited all maxdepth depth hidden caption glob titlesonly numbered reversed includehidden keyprefix labelprefix enumtype start list");
        title("tableofcontents", "filter style cited notcited all maxdepth depth hidden caption glob titlesonly context list-prefix list numbered reversed includehidden keyprefix labelprefix enumtype start kind");
        title("versionadded deprecated versionchanged", "");
        raw("math", "nowrap no-wrap typst symbols");
        raw("code code-block sourcecode code-cell", "number-lines lineno-start linenos emphasize-lines caption filename lineno-match lines dedent force tags tag "
                + "execution_count language kernel id hide-input hide-output hide-cell hidden mystnb render metadata slideshow scrolled editable jupyter name vscode colab outputId deletable");
        raw("literalinclude", "language lang lines start-line start-at start-after end-line end-at end-before lineno-start lineno-match linenos number-lines emphasize-lines caption filename dedent diff pyobject prepend append encoding tab-width force");
        raw("image thumbnail", "alt width height align scale title target loading placeholder group show_caption");
        raw("include", "start-line start-at start-after end-line end-at end-before literal lang relative-images relative-docs lineno-start filename caption");
        title("csv-table", "header header-rows stub-columns align widths width delim file url encoding escape quote keepspace");
        raw("cell-output mermaid raw index contents", "width height align title format depth local backlinks alt entries single pair caption zoom config triple see seealso file url placeholder");
    }

    /** The name under which a directive is known here: older books write {@code proof:theorem} for {@code prf:theorem}. */
    static String name(String written) {
        var name = written.startsWith("proof:") ? "prf:" + written.substring(6) : written;
        var lower = name.toLowerCase(java.util.Locale.ROOT);
        // docutils asks for a name in small letters
        return !KNOWN.containsKey(name) && KNOWN.containsKey(lower) ? lower : name;
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
