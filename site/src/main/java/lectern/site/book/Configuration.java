package lectern.site.book;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lectern.site.markup.Mistake;
import lectern.site.markup.Place;
import lectern.site.markup.Rule;
import lectern.site.markup.Words;
import lectern.site.markup.Yaml;
import lectern.site.markup.html.Manner;
import lectern.site.markup.tex.PageMacros;

/**
 * What {@code myst.yml} (or {@code _config.yml} with {@code _toc.yml}) says about the book.
 *
 * @param file where problems of the configuration are reported
 * @param report where a reader tells of a mistake; empty when the book names no place
 * @param macros TeX macros of every page
 * @param contents the table of contents; empty when the folder's order is to be taken
 * @param numbers chapter number by folder
 * @param rules severity by rule: off, warning, error
 * @param numeric whether citations are numbers
 * @param numbering how figures, equations and so on are counted, where the book says so
 * @param files that it was read from
 * @param sites other books by the name that references use for them, to their addresses
 */
record Configuration(
        String file, String title, String description, List<String> authors, String license, String edition, String report, List<String> bibliography, Map<String, String> macros,
        Map<String, String> abbreviations, Map<String, String> substitutions, Optional<List<TocEntry>> contents, Map<String, String> numbers, List<Planned> planned,
        String symbols, Map<Rule, String> rules, Map<String, String> redirects, boolean numeric, Map<String, String> sites, Manner manner, Voice voice, Map<String, Object> numbering, List<String> files, List<Mistake> mistakes) {

    /** A part that this edition does not contain. */
    record Planned(String label, String number, String title) {}

    /** The files that a configuration is read from. */
    static final List<String> FILES = List.of("myst.yml", "myst.yaml", "_toc.yml", "_config.yml");
    private static final List<String> KEYS = List.of("numbers", "planned", "symbols", "rules", "narration", "redirects", "edition", "report", "citations");

    /** Reads the configuration of a folder. */
    static Configuration read(Folder folder) throws UnreadableBook {
        if (folder.exists("myst.yml")) {
            return myst(folder, "myst.yml");
        }
        if (folder.exists("myst.yaml")) {
            return myst(folder, "myst.yaml");
        }
        if (folder.exists("_toc.yml") || folder.exists("_config.yml")) {
            return jupyterBook(folder);
        }
        throw unreadable(Place.of("myst.yml"), "The folder \"" + folder.root() + "\" is no book: it has neither myst.yml nor _toc.yml.",
                "Give the folder that holds myst.yml, or make a book with `lectern new DIR`.");
    }

    private static UnreadableBook unreadable(Place place, String message, String hint) {
        return new UnreadableBook(new Problem(place.file(), place.line(), place.column(), Problem.Severity.ERROR, Rule.UNREADABLE_BOOK.id(), message, hint));
    }

    private static Map<String, Object> yaml(Folder folder, String file) throws UnreadableBook {
        try {
            return Yaml.map(folder.text(file));
        } catch (Yaml.Unreadable e) {
            throw unreadable(new Place(file, e.line, e.column), "The configuration cannot be read: " + e.getMessage() + ".", "Mend the YAML at this place; values with a colon need quotes.");
        } catch (Folder.Unreadable e) {
            throw unreadable(Place.of(file), e.getMessage(), e.hint());
        }
    }

    private static Configuration myst(Folder folder, String file) throws UnreadableBook {
        var mistakes = new ArrayList<Mistake>();
        var bases = new LinkedHashSet<String>();
        var all = extended(folder, file, bases, mistakes);
        var project = Yaml.map(all.get("project"));
        var toc = project.containsKey("toc") ? Optional.of(TocEntry.list(project.get("toc"), file, Numbering.countsPages(Numbering.ofProject(project.get("numbering"))))) : Optional.<List<TocEntry>>empty();
        var sites = new LinkedHashMap<String, String>();
        Yaml.map(project.get("references")).forEach((name, value) -> sites.put(name, value instanceof Map<?, ?> m ? Yaml.text(Yaml.map(m).get("url")) : Yaml.text(value)));
        return of(file, project, Yaml.map(all.get("lectern")), toc, macros(project.get("math")), files(project.get("bibliography")), sites, Manner.MYST, List.copyOf(bases), mistakes);
    }

    /** A configuration over those that it extends: lists of works and maps are joined, of anything else the nearest counts. */
    private static Map<String, Object> extended(Folder folder, String file, Set<String> seen, List<Mistake> mistakes) throws UnreadableBook {
        var own = yaml(folder, file);
        var all = new LinkedHashMap<String, Object>();
        seen.add(file);
        for (var item : Yaml.list(own.get("extends"))) {
            var base = item.toString();
            if (!folder.exists(base)) {
                mistakes.add(new Mistake(Place.of(file), Rule.INCLUDE, "The configuration extends \"" + base + "\", which is no file of the book.", "Put a copy of it into the book's folder."));
            } else if (!seen.contains(base)) {
                join(all, extended(folder, base, seen, mistakes));
            }
        }
        join(all, own);
        return all;
    }

    private static void join(Map<String, Object> all, Map<String, Object> nearer) {
        nearer.forEach((key, value) -> all.merge(key, value, (far, near) -> {
            if (far instanceof Map<?, ?> && near instanceof Map<?, ?>) {
                var both = new LinkedHashMap<>(Yaml.map(far));
                join(both, Yaml.map(near));
                return both;
            }
            return key.equals("bibliography") ? Stream.concat(Yaml.list(far).stream(), Yaml.list(near).stream()).distinct().toList() : near;
        }));
    }

    private static Configuration jupyterBook(Folder folder) throws UnreadableBook {
        var config = folder.exists("_config.yml") ? yaml(folder, "_config.yml") : Map.<String, Object>of();
        var toc = Optional.<List<TocEntry>>empty();
        if (folder.exists("_toc.yml")) {
            try {
                var value = Yaml.value(folder.text("_toc.yml"));
                toc = Optional.of(TocEntry.jupyterBook(value, "_toc.yml"));
            } catch (Yaml.Unreadable e) {
                throw unreadable(new Place("_toc.yml", e.line, e.column), "The table of contents cannot be read: " + e.getMessage() + ".", "Mend the YAML at this place.");
            } catch (Folder.Unreadable e) {
                throw unreadable(Place.of("_toc.yml"), e.getMessage(), e.hint());
            }
        }
        var sphinx = Yaml.map(Yaml.map(config.get("sphinx")).get("config"));
        var macros = macros(Yaml.map(Yaml.map(Yaml.map(sphinx.get("mathjax3_config")).get("tex")).get("macros")));
        var project = new LinkedHashMap<>(config);
        project.put("authors", config.getOrDefault("author", ""));
        project.put("substitutions", Yaml.map(Yaml.map(config.get("parse")).get("myst_substitutions")));
        project.put("bibtex_reference_style", Yaml.text(config.get("bibtex_reference_style")) + Yaml.text(sphinx.get("bibtex_reference_style")));
        project.put("numbering", forms(sphinx));
        var sites = new LinkedHashMap<String, String>();
        Yaml.map(sphinx.get("intersphinx_mapping")).forEach((name, value) -> sites.put(name, Yaml.list(value).isEmpty() ? "" : Yaml.text(Yaml.list(value).getFirst())));
        var extensions = Yaml.list(Yaml.map(config.get("parse")).get("myst_enable_extensions"));
        var works = new ArrayList<>(files(config.get("bibtex_bibfiles")));
        works.addAll(files(sphinx.get("bibtex_bibfiles")));
        var manner = new Manner(true, extensions.contains("smartquotes"), extensions.contains("replacements"), Map.of());
        var file = folder.exists("_config.yml") ? "_config.yml" : "_toc.yml";
        return of(file, project, Yaml.map(config.get("lectern")), toc, macros, works, sites, manner, FILES, new ArrayList<>());
    }

    /** Sphinx's forms for references by number, as MyST's {@code numbering:} says them. */
    private static Map<String, Object> forms(Map<String, Object> sphinx) {
        var numbering = new LinkedHashMap<String, Object>();
        Yaml.map(sphinx.get("numfig_format")).forEach((kind, form) -> numbering.put(switch (kind) {
            case "code-block" -> "code";
            case "section" -> "heading";
            default -> kind;
        }, Map.of("template", Yaml.text(form).replace("{number}", "%s"))));
        var equation = Yaml.text(sphinx.get("math_eqref_format"));
        if (equation.contains("{number}")) {
            numbering.put("equation", Map.of("template", equation.replace("{number}", "%s")));
        }
        return numbering;
    }

    private static Configuration of(String file, Map<String, Object> project, Map<String, Object> ours, Optional<List<TocEntry>> toc, Map<String, String> macros,
            List<String> bibliography, Map<String, String> sites, Manner manner, List<String> files, List<Mistake> mistakes) {
        for (var key : ours.keySet()) {
            if (!KEYS.contains(key)) {
                mistakes.add(new Mistake(Place.of(file), Rule.UNKNOWN_KEY, "`lectern:` has no key \"" + key + "\".", Words.didYouMean(key, KEYS)));
            }
        }
        var rules = new LinkedHashMap<Rule, String>();
        Yaml.map(ours.get("rules")).forEach((id, severity) -> {
            // YAML reads a bare `off` as false
            var wanted = severity.equals(false) ? "off" : severity.toString();
            var rule = Rule.of(id);
            if (rule.isEmpty() || !List.of("off", "warning", "error").contains(wanted)) {
                var known = java.util.Arrays.stream(Rule.values()).map(Rule::id).toList();
                mistakes.add(new Mistake(Place.of(file), Rule.UNKNOWN_KEY, rule.isEmpty() ? "There is no rule \"" + id + "\"." : "A rule is off, warning or error, not \"" + wanted + "\".",
                        rule.isEmpty() ? Words.didYouMean(id, known) : ""));
            } else {
                rules.put(rule.get(), wanted);
            }
        });
        var planned = new ArrayList<Planned>();
        for (var part : Yaml.list(ours.get("planned"))) {
            var p = Yaml.map(part);
            planned.add(new Planned(Yaml.text(p.get("label")), Yaml.text(p.get("number")), Yaml.text(p.get("title"))));
        }
        var style = Yaml.text(Yaml.map(project.get("citations")).get("style")) + Yaml.text(project.get("bibtex_reference_style")) + Yaml.text(ours.get("citations"));
        return new Configuration(file, Yaml.text(project.get("title")), Yaml.text(project.get("description")), authors(project.get("authors")), license(project.get("license")),
                Yaml.text(ours.get("edition")), report(Yaml.text(ours.get("report")), Yaml.text(project.get("github"))), bibliography, macros, strings(project.get("abbreviations")), strings(project.get("substitutions")), toc, strings(ours.get("numbers")), planned,
                ours.containsKey("symbols") ? Yaml.text(ours.get("symbols")) : "symbols.yml", rules, strings(ours.get("redirects")), style.contains("numer") || style.contains("number"), sites, manner.with(Numbering.forms(Numbering.ofProject(project.get("numbering")))), voice(Yaml.map(ours.get("narration"))), Numbering.ofProject(project.get("numbering")), files, mistakes);
    }

    private static Voice voice(Map<String, Object> narration) {
        var speed = Yaml.text(narration.get("speed"));
        return new Voice(Yaml.text(narration.get("voice")), speed.matches("\\d+(\\.\\d+)?") ? Math.clamp(Double.parseDouble(speed), 0.5, 2) : 1, strings(narration.get("say")));
    }

    static Map<String, String> macros(@org.jspecify.annotations.Nullable Object value) {
        var macros = new LinkedHashMap<String, String>();
        Yaml.map(value).forEach((name, meaning) -> {
            var key = name.startsWith("\\") ? name : "\\" + name;
            macros.put(key, switch (meaning) {
                case Map<?, ?> m -> Yaml.text(Yaml.map(m).get("macro"));
                case List<?> l -> l.isEmpty() ? "" : l.size() > 2 ? PageMacros.withDefault(Yaml.text(l.getFirst()), Yaml.text(l.get(2))) : Yaml.text(l.getFirst());
                default -> meaning.toString();
            });
        });
        return macros;
    }

    static Map<String, String> strings(@org.jspecify.annotations.Nullable Object value) {
        var strings = new LinkedHashMap<String, String>();
        Yaml.map(value).forEach((k, v) -> strings.put(k, Yaml.text(v)));
        return strings;
    }

    private static List<String> files(@org.jspecify.annotations.Nullable Object value) {
        return Yaml.list(value).stream().map(Object::toString).toList();
    }

    private static List<String> authors(@org.jspecify.annotations.Nullable Object value) {
        return Yaml.list(value).stream().map(a -> a instanceof Map<?, ?> m ? Yaml.text(Yaml.map(m).get("name")) : a.toString()).filter(a -> !a.isBlank()).toList();
    }

    /** What the book says, else the issues of its repository, which MyST lets one write as an address or as {@code owner/name}. */
    private static String report(String said, String github) {
        return !said.isEmpty() || github.isEmpty() ? said : (github.contains("://") ? github : "https://github.com/" + github).replaceFirst("(?<!/)/+$", "") + "/issues/new";
    }

    private static String license(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof Map<?, ?> m ? Yaml.text(Yaml.map(m).getOrDefault("content", Yaml.map(m).getOrDefault("id", ""))) : Yaml.text(value);
    }
}
