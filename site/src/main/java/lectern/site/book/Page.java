package lectern.site.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lectern.site.markup.Directive;
import lectern.site.markup.FrontMatter;
import lectern.site.markup.Inventory;
import lectern.site.markup.Labels;
import lectern.site.markup.Markdown;
import lectern.site.markup.Maths;
import lectern.site.markup.Mistake;
import lectern.site.markup.Part;
import lectern.site.markup.Place;
import lectern.site.markup.PlainText;
import lectern.site.markup.Restructured;
import lectern.site.markup.Rule;
import lectern.site.markup.Source;
import lectern.site.markup.Tree;
import lectern.site.markup.Words;
import lectern.site.markup.Yaml;
import lectern.site.markup.html.Facts;
import lectern.site.markup.html.Manner;
import lectern.site.markup.html.PageWriter;
import lectern.site.markup.tex.PageMacros;
import lectern.site.markup.tex.Setting;
import lectern.site.markup.tex.Tex;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/**
 * A page read but not yet rendered: its tree, and what can be told of it without the rest of the book.
 *
 * @param text what the file held
 * @param environment what the configuration gives every page, as it was
 * @param included files it includes and the text they held
 * @param titles HTML of the titles and captions of its parts, by their place in the inventory
 */
record Page(
        String file, String text, Environment environment, Map<String, String> included, Map<String, Object> front, Tree tree, Inventory inventory, Setting setting,
        Map<String, String> substitutions, String titleHtml, String title, List<Title> titles, List<Mistake> mistakes) {
    /** What every page of a book shares. */
    record Environment(Map<String, String> macros, Map<String, String> abbreviations, Map<String, String> substitutions, Symbols symbols, Manner manner, Map<String, Object> numbering) {}

    /** A title as HTML and in plain words. */
    record Title(String html, String text, boolean asks) {
        static final Title NONE = new Title("", "", false);

        /** @param html as it is written while the book is not known: a title that names something of the book goes by its plain words until it is */
        static Title of(String html, String text) {
            boolean asks = html.contains("class=\"problem");
            return new Title(asks ? PageWriter.escape(text) : html, text, asks);
        }
    }

    private static final List<String> KEYS = List.of("title", "short_title", "subtitle", "description", "label", "authors", "author", "date", "license", "keywords", "tags", "math",
            "abbreviations", "substitutions", "lectern", "numbering", "kernelspec", "jupytext", "jupyter", "exports", "downloads", "thumbnail", "thumbnailOptions", "banner",
            "bannerOptions", "site", "hide_outline", "hide_toc", "hide_footer_links", "hide_title_block", "github", "binder", "source", "doi", "arxiv", "open_access", "venue",
            "affiliations", "copyright", "subject", "parts", "abstract", "settings", "options", "edit_url", "content_includes_title", "id", "name", "oxa", "funding", "biblio", "first_page",
            "last_page", "volume", "issue", "export", "myst", "orphan", "tocdepth", "html_meta", "file_format", "mystnb", "symbols", "language", "references", "bibliography", "skip_execution",
            "acknowledgments", "data_availability", "epigraph", "nosearch", "layout", "permalink", "og", "type", "version", "toc", "identifiers", "equation_numbering", "enumerator", "social", "reviewers",
            "editors", "contributors", "emoji", "feature", "draft", "image", "category", "blog", "blogpost", "location", "series", "repository", "publisher", "sidebar", "execute", "error_rules");

    static Page read(String file, Folder folder, Environment environment, Tex tex) throws Folder.Unreadable {
        var text = folder.text(file);
        var mistakes = new ArrayList<Mistake>();
        var markdown = file.endsWith(".ipynb") ? Notebook.markdown(text, file, mistakes) : text;
        var source = Source.of(file, markdown);
        var front = FrontMatter.of(file.endsWith(".rst") ? Restructured.markdown(source) : source);
        mistakes.addAll(front.mistakes());
        unknownKeys(front, file, markdown, mistakes);
        // each once, however often it is included: a file that is saved meanwhile would stand there in two editions, and pass for read
        var read = new HashMap<String, Markdown.Files.Included>();
        Markdown.Files files = (from, path) -> read.computeIfAbsent(from + "\n" + path, _ -> folder.read(from, path));
        var substitutions = new LinkedHashMap<>(environment.substitutions());
        substitutions.putAll(Configuration.strings(front.values().get("substitutions")));
        var tree = Markdown.read(front.page(), file, files, substitutions);
        var inventory = Inventory.of(tree);
        mistakes.addAll(tree.mistakes());
        var macros = new LinkedHashMap<>(environment.macros());
        macros.putAll(Configuration.macros(front.values().get("math")));
        if (PageMacros.mayBeIn(markdown) || read.values().stream().anyMatch(found -> PageMacros.mayBeIn(found.text()))) {
            Maths.all(tree.root()).stream().filter(PageMacros::mayBeIn).forEach(formula -> macros.putAll(PageMacros.of(formula).macros()));
        }
        var label = Labels.normal(Yaml.text(front.values().get("label")));
        var setting = environment.symbols().setting(macros, file, label, front.values().get("symbols"));
        var writer = new PageWriter(tree, inventory, NoFacts.INSTANCE, tex, setting, Map.of(), environment.manner());
        var titles = inventory.parts().stream().map(p -> title(p, writer)).toList();
        var given = Yaml.text(front.values().get("title"));
        String title;
        String titleHtml;
        if (!given.isEmpty()) {
            var inline = Markdown.read(Source.at(new Place(file, 1, 1), given), file, files, Map.of()).root();
            title = PlainText.of(inline);
            titleHtml = new PageWriter(tree, inventory, NoFacts.INSTANCE, tex, setting, Map.of(), environment.manner()).quote(Optional.ofNullable(inline.getFirstChild()).orElse(inline));
        } else if (inventory.pageTitle().isPresent()) {
            title = PlainText.of(inventory.pageTitle().get());
            titleHtml = writer.quote(inventory.pageTitle().get());
        } else {
            var first = inventory.parts().stream().map(Part::node).filter(n -> n instanceof Heading h && h.getLevel() == 1).findFirst();
            title = first.map(PlainText::of).orElse("");
            titleHtml = first.map(writer::quote).orElse("");
        }
        var included = new HashMap<String, String>();
        read.forEach((ends, found) -> included.put(ends, found.refusal().isEmpty() ? found.text() : "\0"));
        return new Page(file, text, environment, Map.copyOf(included), front.values(), tree, inventory, setting, substitutions, Title.of(titleHtml, title).html(), title, titles, List.copyOf(mistakes));
    }

    private static Title title(Part part, PageWriter writer) {
        return part.title() == null ? Title.NONE : Title.of(writer.quote(part.title()), PlainText.of(part.title()));
    }

    private static void unknownKeys(FrontMatter front, String file, String text, List<Mistake> mistakes) {
        for (var key : front.values().keySet()) {
            if (!KEYS.contains(key)) {
                int line = 1;
                for (var at : text.split("\n", -1)) {
                    if (at.startsWith(key + ":")) {
                        break;
                    }
                    line++;
                }
                mistakes.add(new Mistake(new Place(file, line, 1), Rule.UNKNOWN_KEY, "The front matter has no key \"" + key + "\".", Words.didYouMean(key, KEYS)));
            }
        }
    }

    /** Whether reading it again would make the same page. */
    boolean isCurrent(Folder folder, Environment now) {
        try {
            if (!environment.equals(now) || !folder.text(file).equals(text)) {
                return false;
            }
        } catch (Folder.Unreadable e) {
            return false;
        }
        return included.entrySet().stream().allMatch(e -> {
            var ends = e.getKey().split("\n", 2);
            var found = folder.read(ends[0], ends[1]);
            return Objects.equals(found.refusal().isEmpty() ? found.text() : "\0", e.getValue());
        });
    }

    /** The files of the book that it includes, or would if they were there. */
    List<String> includedFiles(Folder folder) {
        return included.keySet().stream().map(key -> key.split("\n", 2)).flatMap(ends -> folder.beside(ends[0], ends[1]).stream()).toList();
    }

    /** Whether it has a place for the list of works. */
    boolean listsWorks() {
        return tree.blocks().stream().anyMatch(Page::isBibliography);
    }

    static boolean isBibliography(Node node) {
        return node instanceof Directive d && d.name().equals("bibliography");
    }

    String label() {
        return Labels.normal(Yaml.text(front.get("label")));
    }

    /** The title, or the file's name where there is none. */
    String titleOrName() {
        return title.isEmpty() ? Contents.pathOf(file).replaceFirst("^.*/", "") : title;
    }

    /** Facts of a book that is not known yet. */
    private enum NoFacts implements Facts {
        INSTANCE;

        @Override
        public Own own(int block, int ordinal) {
            return new Own("", "", 0);
        }

        @Override
        public Optional<Referent> label(String label) {
            return Optional.empty();
        }

        @Override
        public Optional<Referent> page(String path) {
            return Optional.empty();
        }

        @Override
        public Optional<Referent> anchor(String path, String anchor) {
            return Optional.empty();
        }

        @Override
        public Optional<Work> work(String key) {
            return Optional.empty();
        }

        @Override
        public Optional<Picture> picture(String file, String path) {
            return Optional.empty();
        }

        @Override
        public Optional<Bench> bench(String label) {
            return Optional.empty();
        }

        @Override
        public Optional<String> copy(String label, boolean code, boolean outputs) {
            return Optional.empty();
        }

        @Override
        public List<Referent> below() {
            return List.of();
        }

        @Override
        public String didYouMean(Named kind, String name) {
            return "";
        }
    }
}
