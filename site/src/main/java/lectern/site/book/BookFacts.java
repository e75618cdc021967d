package lectern.site.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lectern.site.markup.Labels;
import lectern.site.markup.Mistake;
import lectern.site.markup.Rule;
import lectern.site.markup.Words;
import lectern.site.markup.cite.Bibliography;
import lectern.site.markup.html.Facts;
import lectern.site.markup.tex.Tex;

/**
 * What the pages of a book know of each other: kept up to date page by page, so that a changed page costs its own names and not those of the whole book.
 * Changed by {@link BookReader} alone, and never while a page is rendered.
 */
final class BookFacts {
    /**
     * What belongs to no page.
     *
     * @param parts chapters, and parts not written yet, by label
     * @param numbers key of a work to its number in a numeric style; empty for author-year
     * @param cited keys of all works that the book cites; empty when no page lists them
     * @param sites other books by name, to their addresses
     */
    record Whole(Map<String, Facts.Referent> parts, Bibliography works, Map<String, String> numbers, Set<String> cited, Map<String, String> sites) {}

    private final Whole whole;
    /** In reading order, by path. */
    private final Map<String, PageFacts> pages = new LinkedHashMap<>();
    private final Map<String, Integer> order = new HashMap<>();
    private final Names<Facts.Referent> labels = new Names<>();
    private final Names<Facts.Bench> benches = new Names<>();

    BookFacts(Whole whole, List<PageFacts> all) {
        this.whole = whole;
        for (var page : all) {
            order.put(page.plan().path(), order.size());
            replace(page);
        }
    }

    Whole whole() {
        return whole;
    }

    /** The paths of the pages in reading order. */
    List<String> paths() {
        return List.copyOf(pages.keySet());
    }

    /** Takes what a page gives now, and returns the topics, as {@link Askers} calls them, on which the answers differ since. */
    Set<String> replace(PageFacts now) {
        var topics = new HashSet<String>();
        var before = pages.put(now.plan().path(), now);
        int page = order.get(now.plan().path());
        labels.replace(page, before == null ? Map.of() : before.labels(), now.labels(), label -> topics.add(Askers.label(label)));
        benches.replace(page, before == null ? Map.of() : before.benches(), now.benches(), label -> topics.add(Askers.bench(label)));
        boolean renamed = before == null || !before.referent().equals(now.referent());
        if (renamed || !before.anchors().equals(now.anchors())) {
            topics.add(Askers.page(now.plan().path()));
        }
        if (renamed) {
            topics.add(Askers.BELOW);
        }
        if (!topics.isEmpty()) {
            topics.add(Askers.HINT);
        }
        topics.add(Askers.COPY);
        return topics;
    }

    /** A mistake for each label that is given again on a later page; a term may stand in several glossaries. */
    List<Mistake> doubled() {
        var mistakes = new ArrayList<Mistake>();
        var all = List.copyOf(pages.values());
        labels.doubled().forEach((label, given) -> {
            if (!label.startsWith("term:") && !Labels.isOfEquation(label)) {
                var first = all.get(given.getFirst().page()).places().get(label);
                given.stream().skip(1).forEach(again -> mistakes.add(new Mistake(all.get(again.page()).places().get(label), Rule.DUPLICATE_LABEL,
                        "The label \"" + label + "\" is already used in " + first.file() + ":" + first.line() + ".", "Rename one of them.")));
            }
        });
        return mistakes;
    }

    /** In reading order, and so the same whatever was saved before. */
    private Set<String> allLabels() {
        var all = new LinkedHashSet<String>();
        pages.values().forEach(page -> page.labels().keySet().stream().filter(label -> !Labels.isOfEquation(label)).forEach(all::add));
        all.addAll(whole.parts.keySet());
        return all;
    }

    private Optional<Facts.Referent> referent(String path) {
        return Optional.ofNullable(pages.get(path)).map(PageFacts::referent);
    }

    /** The facts as one page sees them. */
    Facts seenFrom(PageFacts page, Folder folder, Pictures pictures, Tex tex) {
        return new Seen(page, folder, pictures, new Copies(tex));
    }

    /** The page that is home to a label. */
    private Optional<PageFacts> home(String label) {
        return labels.get(label).map(found -> pages.get(found.url().substring(1).replaceFirst("#.*", "")));
    }

    static long key(int block, int ordinal) {
        return (long) block << 32 | ordinal & 0xffffffffL;
    }

    private final class Seen implements Facts {
        private final Page page;
        private final Map<Long, Own> own;
        private final Folder folder;
        private final Pictures pictures;
        private final Copies copies;

        private Seen(PageFacts facts, Folder folder, Pictures pictures, Copies copies) {
            page = facts.page();
            own = facts.own();
            this.folder = folder;
            this.pictures = pictures;
            this.copies = copies;
        }

        @Override
        public Optional<String> copy(String label, boolean code, boolean outputs) {
            return home(label).flatMap(there -> copies.of(there, label, code, outputs, inner -> new Seen(there, folder, pictures, inner)));
        }

        @Override
        public Own own(int block, int ordinal) {
            return own.getOrDefault(key(block, ordinal), new Own("", "", 0));
        }

        @Override
        public Optional<Referent> label(String label) {
            return labels.get(label).or(() -> Optional.ofNullable(whole.parts.get(label))).or(() -> elsewhere(label, false));
        }

        @Override
        public Optional<Referent> page(String path) {
            var name = path.replaceFirst("#.*", "");
            var ended = Contents.pathOf(name);
            return folder.beside(page.file(), ended).flatMap(BookFacts.this::referent).or(() -> folder.beside("", ended).flatMap(BookFacts.this::referent)).or(() -> file(name)).or(() -> printed(name)).or(() -> elsewhere(path, true));
        }

        /** A page by the address that another tool would give it, {@code page.html}. */
        private Optional<Referent> printed(String name) {
            return name.endsWith(".html") ? page(name.substring(0, name.length() - 5)) : Optional.empty();
        }

        /** A thing of another book, {@code name:thing}: its page, or for a label, whose page is not known here, that book. */
        private Optional<Referent> elsewhere(String target, boolean page) {
            int colon = target.indexOf(':');
            var site = colon < 1 ? null : whole.sites.get(target.substring(0, colon));
            var thing = target.substring(colon + 1);
            return site == null || site.isEmpty() ? Optional.empty() : Optional.of(new Referent(lectern.site.markup.Kind.PARAGRAPH, "", "",
                    page ? site.replaceFirst("/?$", "/") + thing + ".html" : site, "", thing));
        }

        /** A file of the book folder that is no page: something to download. */
        private Optional<Referent> file(String name) {
            return name.isEmpty() || name.endsWith(".md") ? Optional.empty() : folder.beside(page.file(), name).filter(folder::exists)
                    .map(f -> new Referent(lectern.site.markup.Kind.PARAGRAPH, "", "", "/" + pictures.keep(f), "", f.replaceFirst("^.*/", "")));
        }

        @Override
        public Optional<Referent> anchor(String path, String anchor) {
            var at = path.isEmpty() ? Optional.of(Contents.pathOf(page.file())) : folder.beside(page.file(), Contents.pathOf(path)).filter(pages::containsKey)
                    .or(() -> folder.beside("", Contents.pathOf(path)));
            return at.map(pages::get).map(p -> p.anchors().containsKey(anchor) ? p.anchors().get(anchor) : p.anchors().get(Labels.slug(anchor))).or(() -> path.isEmpty() ? Optional.empty() : at.filter(pages::containsKey).flatMap(p -> label(Labels.normal(anchor))));
        }

        @Override
        public Optional<Work> work(String key) {
            var entry = whole.works.entries().get(key);
            return entry == null ? Optional.empty() : Optional.of(new Work(key, entry.shortAuthors(), entry.year(), whole.numbers.getOrDefault(key, ""), References.plain(entry.title())));
        }

        @Override
        public Optional<Picture> picture(String file, String path) {
            return folder.beside(file, path).flatMap(folder::existing).or(() -> folder.beside(page.file(), path).flatMap(folder::existing)).map(pictures::picture);
        }

        @Override
        public Optional<Bench> bench(String label) {
            return benches.get(label);
        }

        @Override
        public List<Referent> below() {
            var url = "/" + Contents.pathOf(page.file());
            var own = referent(url.substring(1)).orElse(null);
            var others = pages.values().stream().map(PageFacts::referent).filter(p -> !p.url().equals(url)).toList();
            if (own == null || pages.values().iterator().next().referent().url().equals(url)) {
                return others;
            }
            return own.number().isEmpty() ? List.of() : others.stream().filter(p -> p.number().startsWith(own.number() + ".")).toList();
        }

        @Override
        public String didYouMean(Named kind, String name) {
            return Words.didYouMean(kind == Named.PAGE ? Contents.pathOf(name.replaceFirst("#.*", "")) : name, switch (kind) {
                case LABEL -> allLabels();
                case PAGE -> pages.keySet();
                case WORK -> whole.works.entries().keySet();
                case BENCH -> pages.values().stream().flatMap(p -> p.benches().keySet().stream()).distinct().toList();
                case TERM -> allLabels().stream().filter(l -> l.startsWith("term:")).map(l -> l.substring(5)).toList();
                case PICTURE -> pictures.known();
            });
        }
    }
}
