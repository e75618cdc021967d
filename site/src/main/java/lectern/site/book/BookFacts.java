package lectern.site.book;

import java.util.Map;
import java.util.Optional;
import lectern.site.markup.Words;
import lectern.site.markup.cite.Bibliography;
import lectern.site.markup.html.Facts;

/**
 * What the pages of a book know of each other. Equal when no page would be written differently.
 *
 * @param labels by label in normal form
 * @param pages by path
 * @param anchors by {@code path#anchor}
 * @param benches widgets by label
 * @param works by key
 * @param sites other books by name, to their addresses
 * @param numbers key of a work to its number in a numeric style; empty for author-year
 */
record BookFacts(
        Map<String, Facts.Referent> labels, Map<String, Facts.Referent> pages, Map<String, Facts.Referent> anchors, Map<String, Facts.Bench> benches,
        Bibliography works, Map<String, String> numbers, Map<String, String> sites) {

    /** The facts as one page sees them. */
    Facts seenFrom(Page page, Map<Long, Facts.Own> own, Folder folder, Pictures pictures) {
        return new Seen(page, own, folder, pictures);
    }

    static long key(int block, int ordinal) {
        return (long) block << 32 | ordinal & 0xffffffffL;
    }

    private final class Seen implements Facts {
        private final Page page;
        private final Map<Long, Own> own;
        private final Folder folder;
        private final Pictures pictures;

        private Seen(Page page, Map<Long, Own> own, Folder folder, Pictures pictures) {
            this.page = page;
            this.own = own;
            this.folder = folder;
            this.pictures = pictures;
        }

        @Override
        public Own own(int block, int ordinal) {
            return own.getOrDefault(key(block, ordinal), new Own("", "", 0));
        }

        @Override
        public Optional<Referent> label(String label) {
            return Optional.ofNullable(labels.get(label)).or(() -> elsewhere(label, false));
        }

        @Override
        public Optional<Referent> page(String path) {
            var name = path.replaceFirst("#.*", "");
            var ended = Contents.pathOf(name);
            return folder.beside(page.file(), ended).map(p -> pages.get(p)).or(() -> folder.beside("", ended).map(p -> pages.get(p))).or(() -> file(name)).or(() -> printed(name)).or(() -> elsewhere(path, true));
        }

        /** A page by the address that another tool would give it, {@code page.html}. */
        private Optional<Referent> printed(String name) {
            return name.endsWith(".html") ? page(name.substring(0, name.length() - 5)) : Optional.empty();
        }

        /** A thing of another book, {@code name:thing}: its page, or for a label, whose page is not known here, that book. */
        private Optional<Referent> elsewhere(String target, boolean page) {
            int colon = target.indexOf(':');
            var site = colon < 1 ? null : sites.get(target.substring(0, colon));
            var thing = target.substring(colon + 1);
            return site == null || site.isEmpty() ? Optional.empty() : Optional.of(new Referent(lectern.site.markup.Kind.PARAGRAPH, "", "",
                    page ? site.replaceFirst("/?$", "/") + thing + ".html" : site, "", thing));
        }

        /** A file of the book folder that is no page: something to download. */
        private Optional<Referent> file(String name) {
            return name.isEmpty() || name.endsWith(".md") ? Optional.empty() : folder.beside(page.file(), name).filter(folder::exists)
                    .map(f -> new Referent(lectern.site.markup.Kind.PARAGRAPH, "", "", "/" + pictures.keep(f), "", f.replaceFirst(".*/", "")));
        }

        @Override
        public Optional<Referent> anchor(String path, String anchor) {
            var at = path.isEmpty() ? Optional.of(Contents.pathOf(page.file())) : folder.beside(page.file(), Contents.pathOf(path)).filter(pages::containsKey)
                    .or(() -> folder.beside("", Contents.pathOf(path)));
            return at.map(p -> anchors.get(p + "#" + anchor)).or(() -> path.isEmpty() ? Optional.empty() : at.filter(pages::containsKey).flatMap(p -> label(lectern.site.markup.Labels.normal(anchor))));
        }

        @Override
        public Optional<Work> work(String key) {
            var entry = works.entries().get(key);
            return entry == null ? Optional.empty() : Optional.of(new Work(key, entry.shortAuthors(), entry.year(), numbers.getOrDefault(key, ""), References.plain(entry.title())));
        }

        @Override
        public Optional<Picture> picture(String file, String path) {
            return folder.beside(file, path).or(() -> folder.beside(page.file(), path)).filter(folder::exists).map(pictures::picture)
                    .or(() -> folder.beside(page.file(), path).filter(folder::exists).map(pictures::picture));
        }

        @Override
        public Optional<Bench> bench(String label) {
            return Optional.ofNullable(benches.get(label));
        }

        @Override
        public java.util.List<Referent> below() {
            var url = "/" + Contents.pathOf(page.file());
            var own = pages.get(url.substring(1));
            var others = pages.values().stream().filter(p -> !p.url().equals(url)).toList();
            if (own == null || !pages.isEmpty() && pages.values().iterator().next().url().equals(url)) {
                return others;
            }
            return own.number().isEmpty() ? java.util.List.of() : others.stream().filter(p -> p.number().startsWith(own.number() + ".")).toList();
        }

        @Override
        public String didYouMean(Named kind, String name) {
            return Words.didYouMean(kind == Named.PAGE ? Contents.pathOf(name.replaceFirst("#.*", "")) : name, switch (kind) {
                case LABEL -> labels.keySet();
                case PAGE -> pages.keySet();
                case WORK -> works.entries().keySet();
                case BENCH -> benches.keySet();
                case TERM -> labels.keySet().stream().filter(l -> l.startsWith("term:")).map(l -> l.substring(5)).toList();
                case PICTURE -> pictures.known();
            });
        }
    }
}
