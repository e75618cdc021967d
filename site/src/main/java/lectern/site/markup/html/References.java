package lectern.site.markup.html;

import static lectern.site.markup.html.PageWriter.attribute;
import static lectern.site.markup.html.PageWriter.escape;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import lectern.site.markup.Kind;
import lectern.site.markup.Labels;
import lectern.site.markup.Role;
import lectern.site.markup.Rule;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/** Links and references: to labels, pages, anchors and other sites. */
final class References {
    private static final Pattern ELSEWHERE = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*|//.*");
    private static final Pattern WEB = Pattern.compile("(?i)https?:|mailto:|//");
    private static final Pattern OWN_SCHEME = Pattern.compile("(?:project|path|doc):(.*)");
    /** What MyST knows by a short name. */
    private static final Pattern ABROAD = Pattern.compile("(wiki|doi|rfc):(?!//)(.+)");
    /** A thing of another project, {@code xref:name/page#label} or, where only the tool's own index knows the page, {@code inv:name:domain:type#label}. */
    private static final Pattern PROJECT = Pattern.compile("(xref|inv):([^/#:]*)(.*)");
    private static final Pattern HARMFUL = Pattern.compile("(?i)\\s*(javascript|vbscript|data|file):.*");

    /** Pages that Sphinx makes and one may refer to: of these there is only the search here. */
    private static final Map<String, String> OF_SPHINX = Map.of("search", "Search Page", "genindex", "Index", "modindex", "Module Index", "py-modindex", "Module Index");

    private References() {}

    static String link(PageWriter page, Link link) {
        var to = link.getDestination();
        var text = page.inlines(link);
        var title = link.getTitle() == null ? "" : link.getTitle();
        var abroad = ABROAD.matcher(to);
        if (abroad.matches()) {
            var words = text.isEmpty() || text.equals(escape(to)) ? escape(abroad.group(2).replace('_', ' ')) : text;
            var address = abroad.group(1).equals("wiki") ? "https://en.wikipedia.org/wiki/" : abroad.group(1).equals("doi") ? "https://doi.org/" : "https://www.rfc-editor.org/rfc/rfc";
            return "<a" + attribute("href", org.commonmark.internal.util.Escaping.percentEncodeUrl(address + abroad.group(2))) + attribute("title", title) + ">" + words + "</a>";
        }
        var project = PROJECT.matcher(to);
        if (project.matches()) {
            return ofProject(page, link, project, text.equals(escape(to)) ? "" : text, title);
        }
        if (HARMFUL.matcher(to).matches()) {
            page.report(link, Rule.DEAD_LINK, "A link may not lead to \"" + to + "\".", "Use a page, a label or a web address.");
            return "<span class=\"problem\">" + text + "</span>";
        }
        var inBook = OWN_SCHEME.matcher(to);
        if (inBook.matches()) {
            to = inBook.group(1);
        } else if (ELSEWHERE.matcher(to).matches() && (WEB.matcher(to).lookingAt() || find(page, to).isEmpty())) {
            return "<a" + attribute("href", org.commonmark.internal.util.Escaping.percentEncodeUrl(to)) + attribute("title", title) + ">" + (text.isEmpty() ? escape(to) : text) + "</a>";
        }
        var found = find(page, to);
        if (found.isPresent()) {
            // "#label" asks for the number, the older form without it for the title
            return anchor(found.get(), text, title, to.startsWith("#"));
        }
        if (to.isEmpty()) {
            return "<a href=\"\"" + attribute("title", title) + ">" + text + "</a>";
        }
        int hash = to.indexOf('#');
        var whole = hash > 0 ? page.facts.page(decode(to.substring(0, hash))) : Optional.<Facts.Referent>empty();
        if (whole.isPresent()) {
            page.report(link, Rule.DEAD_LINK, "There is no anchor \"" + to.substring(hash + 1) + "\" on the page \"" + whole.get().url().substring(1) + "\".", "");
            return "<span class=\"problem reference\"" + attribute("title", "leads nowhere: " + to) + ">" + (text.isEmpty() ? "<code>" + escape(to) + "</code>" : text) + "</span>";
        }
        boolean file = to.contains("/") || to.matches("[^#]*\\.\\w+(#.*)?");
        page.report(link, file ? Rule.DEAD_LINK : Rule.BROKEN_REFERENCE, (file ? "There is no page or file \"" : "There is no label \"") + to.replaceFirst("^#", "") + "\".",
                page.facts.didYouMean(file ? Facts.Named.PAGE : Facts.Named.LABEL, to.replaceFirst("^#", "")));
        return "<span class=\"problem reference\"" + attribute("title", "leads nowhere: " + to) + ">" + (text.isEmpty() ? "<code>" + escape(to) + "</code>" : text) + "</span>";
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private static String ofProject(PageWriter page, Link link, java.util.regex.Matcher to, String text, String title) {
        var words = text.isEmpty() ? escape(to.group(3).isEmpty() ? to.group(2) : to.group(3).substring(1 + Math.max(to.group(3).lastIndexOf('/'), to.group(3).lastIndexOf('#')))) : text;
        var site = page.facts.label(to.group(2) + ":");
        if (site.isPresent()) {
            return "<a" + attribute("href", withoutSlash(site.get().url()) + (to.group(1).equals("inv") ? "/" : to.group(3))) + attribute("title", title) + ">" + words + "</a>";
        }
        if (to.group(1).equals("inv") && to.group(2).isEmpty()) {
            return words;
        }
        page.report(link, Rule.DEAD_LINK, "There is no project \"" + to.group(2) + "\".", "Give its address under `references:` in the configuration.");
        return "<span class=\"problem\">" + words + "</span>";
    }

    /** Where a relative address of raw HTML leads. */
    static Optional<String> address(PageWriter page, String to) {
        return find(page, to).map(Facts.Referent::url);
    }

    private static Optional<Facts.Referent> find(PageWriter page, String to) {
        int hash = to.indexOf('#');
        var path = decode(hash < 0 ? to : to.substring(0, hash));
        var anchor = hash < 0 ? "" : decode(to.substring(hash + 1));
        if (hash == 0) {
            return page.facts.label(Labels.normal(anchor)).or(() -> page.facts.anchor("", anchor));
        }
        if (hash > 0) {
            return page.facts.anchor(path, anchor);
        }
        return path.isEmpty() ? Optional.empty() : page.facts.page(path).or(() -> page.facts.label(Labels.normal(path)));
    }

    private static String decode(String text) {
        try {
            return text.indexOf('%') < 0 ? text : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** {@code {ref} {numref} {eq} {doc} {term} {prf:ref}}. */
    static String role(PageWriter page, Role role) {
        var target = role.target();
        var found = switch (role.name()) {
            case "doc", "std:doc" -> page.facts.page(target);
            case "term", "std:term" -> page.facts.label("term:" + Labels.normal(target));
            case "download", "nb-download" -> page.facts.page(target);
            case "eq", "math:numref" -> {
                var named = page.facts.label(Labels.normal(target.replaceFirst("^#", "")));
                yield named.filter(f -> f.kind() != Kind.EQUATION).flatMap(f -> page.facts.label(Labels.equation(Labels.normal(target.replaceFirst("^#", ""))))).or(() -> named);
            }
            default -> page.facts.label(Labels.normal(target.replaceFirst("^#", "")));
        };
        if (found.isEmpty() && role.name().endsWith("ref") && OF_SPHINX.containsKey(target)) {
            var words = role.title().isEmpty() ? OF_SPHINX.get(target) : role.title();
            return target.equals("search") ? "<a href=\"/search\">" + escape(words) + "</a>" : escape(words);
        }
        boolean wrong = found.isPresent() && ((role.name().equals("eq") || role.name().equals("math:numref")) && found.get().kind() != Kind.EQUATION && !found.get().planned());
        if (found.isEmpty() || wrong) {
            var kind = switch (role.name()) {
                case "doc", "std:doc", "download", "nb-download" -> Facts.Named.PAGE;
                case "term", "std:term" -> Facts.Named.TERM;
                default -> Facts.Named.LABEL;
            };
            var message = wrong ? "\"" + target + "\" is no equation." : "There is no " + (kind == Facts.Named.PAGE ? "page" : kind == Facts.Named.TERM ? "term" : "label") + " \"" + target + "\".";
            page.report(role, Rule.BROKEN_REFERENCE, message, wrong ? "Use {ref} or {numref}." : page.facts.didYouMean(kind, target));
            return Roles.unhandled("reference role", role.name(), Labels.normal(target));
        }
        var referent = found.get();
        var text = escape(role.title());
        if (role.name().endsWith("numref") && !role.name().startsWith("math") && !referent.planned()) {
            text = numbered(referent, text);
        }
        return anchor(referent, text, "", !role.name().equals("ref") && !role.name().equals("std:ref"));
    }

    /** {@code @label}: a link to a thing of the book in its own words. */
    static String label(Facts.Referent to) {
        return anchor(to, "", "", true);
    }

    /** {@code ![](#label)} within a sentence, where what it names has no place: a link to it. */
    static String label(PageWriter page, Node node, String target) {
        var label = Labels.normal(target.substring(1));
        var found = page.facts.label(label);
        if (found.isEmpty()) {
            page.report(node, Rule.BROKEN_REFERENCE, "There is no label \"" + label + "\".", page.facts.didYouMean(Facts.Named.LABEL, label));
        }
        return found.map(References::label).orElse("<span class=\"problem reference\"><code>" + escape(target) + "</code></span>");
    }

    /** The number of an equation that a formula names; empty, and reported, when there is none. */
    static String number(PageWriter page, Node node, String label) {
        var found = page.facts.label(Labels.normal(label));
        if (found.isEmpty()) {
            page.report(node, Rule.BROKEN_REFERENCE, "There is no label \"" + label + "\".", page.facts.didYouMean(Facts.Named.LABEL, label));
        }
        return found.map(Facts.Referent::number).orElse("");
    }

    /** {@code $\eqref{label}$}: a formula that is only a reference. */
    static String equation(PageWriter page, Node node, String label, boolean brackets) {
        var number = number(page, node, label);
        if (number.isEmpty()) {
            return Roles.unhandled("reference role", "eq", Labels.normal(label));
        }
        return anchor(page.facts.label(Labels.normal(label)).orElseThrow(), brackets ? "(" + escape(number) + ")" : escape(number), "", true);
    }

    /** {@code Fig. %s}, with the number and the name put in. */
    private static String numbered(Facts.Referent referent, String template) {
        if (template.isEmpty()) {
            return "";
        }
        var number = referent.number().isEmpty() ? "??" : escape(referent.number());
        return template.replace("%s", number).replace("{number}", number).replace("{name}", referent.titleHtml().isEmpty() ? escape(referent.title()) : referent.titleHtml());
    }

    /** A link to a thing of the book, with the thing's own words where the author gives none. */
    private static String anchor(Facts.Referent to, String text, String title, boolean byNumber) {
        if (to.planned()) {
            return text.isEmpty() ? escape(to.name()) + " (in preparation)" : text;
        }
        var own = to.kind() == Kind.EQUATION ? escape(to.word().contains("%s") && !to.number().isEmpty() ? to.name() : "(" + to.number() + ")") : to.number().isEmpty() || !byNumber && !to.titleHtml().isBlank() ? to.titleHtml() : escape(to.name());
        if (own.isBlank() || own.equals("()")) {
            own = escape(!to.title().isEmpty() ? to.title() : !to.word().isEmpty() ? to.word().replace("%s", "").strip() : to.url().substring(to.url().lastIndexOf('#') + 1));
        }
        var shown = text.isEmpty() ? own : text;
        var filled = shown.contains("%s") || shown.contains("{number}") || shown.contains("{name}") ? numbered(to, shown) : shown;
        var hover = title.isEmpty() && !to.title().isEmpty() && !filled.contains(escape(to.title())) ? to.title() : title;
        return "<a" + attribute("href", to.url()) + attribute("title", hover) + ">" + filled + "</a>";
    }

    /** Whether the node stands inside a link, where no other link may begin. */
    static boolean insideLink(Node node) {
        for (var at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof Link) {
                return true;
            }
        }
        return false;
    }
}
