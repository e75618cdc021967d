package lectern.site.book;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import lectern.site.markup.Mistake;
import lectern.site.markup.Place;
import lectern.site.markup.Rule;
import lectern.site.markup.Words;

/** The order of the book: chapters, and in them pages with their numbers. */
record Contents(List<ChapterPlan> chapters, List<Mistake> mistakes) {
    private static final Pattern ENDING = Pattern.compile("\\.(md|ipynb|myst|rst|Rmd)$");

    /**
     * A chapter to be.
     *
     * @param number empty when the book gives it none
     * @param title empty for the title of its first page, or for pages outside chapters
     * @param links to other places
     */
    record ChapterPlan(String number, String title, boolean titled, List<PagePlan> pages, List<Link> links) {}

    /** A line of the contents that leads elsewhere. @param after how many pages of its chapter stand before it */
    record Link(int after, String title, String url) {}

    /**
     * A page to be.
     *
     * @param depth how far below its chapter's first page the contents put it
     * @param opensOthers whether pages stand below it
     */
    record PagePlan(String file, String title, String number, int depth, boolean opensOthers) {
        /** The file's path without its ending: the page's address. */
        String path() {
            return pathOf(file);
        }
    }

    static String pathOf(String file) {
        return ENDING.matcher(file).replaceFirst("");
    }

    List<PagePlan> pages() {
        return chapters.stream().flatMap(c -> c.pages().stream()).toList();
    }

    /** @param known files that were pages before: one that is gone, perhaps for the length of a save, keeps its place as long as it is named */
    static Contents of(Configuration configuration, Folder folder, Set<String> known) {
        return new Maker(configuration, folder, known).make();
    }

    private static final class Maker {
        private final Configuration configuration;
        private final Folder folder;
        private final Set<String> known;
        private final List<Mistake> mistakes = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private final List<ChapterPlan> chapters = new ArrayList<>();
        private List<PagePlan> loose = new ArrayList<>();
        private List<Link> links = new ArrayList<>();
        private int counted;

        private Maker(Configuration configuration, Folder folder, Set<String> known) {
            this.configuration = configuration;
            this.folder = folder;
            this.known = known;
        }

        private Contents make() {
            var all = folder.pages();
            var toc = configuration.contents().orElseGet(() -> byFolder(all));
            boolean first = true;
            for (var given : toc) {
                // the page that opens a MyST project is no chapter
                var entry = first && given.children().isEmpty() && !configuration.manner().sphinx() ? given.plain() : given;
                first = false;
                if (entry.children().isEmpty() && !entry.numbered()) {
                    pages(entry, 0, loose);
                } else if (entry.file().isEmpty() && entry.children().stream().anyMatch(TocEntry::numbered)) {
                    // a part of a Jupyter Book: its chapters are the book's
                    entry.children().forEach(this::chapter);
                } else {
                    chapter(entry);
                }
            }
            endLoose();
            if (configuration.contents().isPresent()) {
                for (var file : all) {
                    if (!seen.contains(file) && !file.matches("(?i)(.*/)?(readme|license|changelog|contributing)\\.md")) {
                        mistakes.add(new Mistake(Place.of(file), Rule.NOT_IN_CONTENTS, "This page is not in the table of contents.", "Add it to `toc:`, or move it out of the folder."));
                    }
                }
            }
            return new Contents(List.copyOf(chapters), List.copyOf(mistakes));
        }

        private void endLoose() {
            if (!loose.isEmpty() || !links.isEmpty()) {
                chapters.add(new ChapterPlan("", "", false, List.copyOf(loose), List.copyOf(links)));
                loose = new ArrayList<>();
                links = new ArrayList<>();
            }
        }

        private void chapter(TocEntry entry) {
            endLoose();
            var pages = new ArrayList<PagePlan>();
            if (!entry.file().isEmpty() || !entry.pattern().isEmpty()) {
                pages(new TocEntry(entry.file(), entry.pattern(), "", entry.file().isEmpty() ? "" : entry.title(), List.of(), entry.numbered(), entry.place()), 0, pages);
            }
            entry.children().forEach(child -> pages(child, 1, pages));
            var number = entry.numbered() ? String.valueOf(++counted) : pages.isEmpty() ? "" : number(pages.getFirst().file());
            boolean opened = !entry.file().isEmpty();
            chapters.add(new ChapterPlan(number, opened ? "" : entry.title(), true, numbered(number, pages, opened, entry.numbered()), List.copyOf(links)));
            links = new ArrayList<>();
        }

        private String number(String file) {
            int slash = file.lastIndexOf('/');
            for (var at = slash < 0 ? "" : file.substring(0, slash); !at.isEmpty(); at = at.contains("/") ? at.substring(0, at.lastIndexOf('/')) : "") {
                if (configuration.numbers().containsKey(at)) {
                    return configuration.numbers().get(at);
                }
            }
            return configuration.numbers().getOrDefault(pathOf(file), "");
        }

        /** Sections take the numbers that no planned part has; in a book that numbers its contents, those below a section begin with its number. */
        private List<PagePlan> numbered(String chapter, List<PagePlan> pages, boolean opened, boolean nested) {
            if (chapter.isEmpty()) {
                return List.copyOf(pages);
            }
            var taken = new HashSet<String>();
            configuration.planned().forEach(p -> taken.add(p.number()));
            var numbered = new ArrayList<PagePlan>();
            var counts = new int[pages.size() + 2];
            var above = new String[pages.size() + 2];
            above[0] = chapter;
            for (int i = 0; i < pages.size(); i++) {
                var page = pages.get(i);
                if (opened && i == 0) {
                    numbered.add(new PagePlan(page.file(), page.title(), chapter, 0, pages.size() > 1));
                    continue;
                }
                int depth = nested ? Math.clamp(page.depth(), 1, i + 1) : 1;
                while (above[depth - 1] == null) {
                    depth--;
                }
                do {
                    above[depth] = above[depth - 1] + "." + ++counts[depth];
                } while (taken.contains(above[depth]));
                java.util.Arrays.fill(counts, depth + 1, counts.length, 0);
                java.util.Arrays.fill(above, depth + 1, above.length, null);
                numbered.add(new PagePlan(page.file(), page.title(), above[depth], depth, nested && i + 1 < pages.size() && pages.get(i + 1).depth() > page.depth()));
            }
            return numbered;
        }

        private void pages(TocEntry entry, int depth, List<PagePlan> into) {
            if (!entry.url().isEmpty()) {
                links.add(new Link(into.size(), entry.title().isEmpty() ? entry.url() : entry.title(), entry.url()));
            } else if (!entry.pattern().isEmpty()) {
                folder.matching(entry.pattern()).forEach(file -> add(file, "", depth, into));
            } else if (!entry.file().isEmpty()) {
                var file = named(entry.file(), folder::exists);
                if (file.isEmpty()) {
                    file = named(entry.file(), known::contains);
                    mistakes.add(new Mistake(placeOf(entry), Rule.MISSING_PAGE, "The table of contents names the page \"" + entry.file() + "\", which does not exist.",
                            hint(entry.file())));
                }
                if (!file.isEmpty()) {
                    add(file, entry.title(), depth, into);
                }
            }
            entry.children().forEach(child -> pages(child, entry.file().isEmpty() ? depth : depth + 1, into));
        }

        private void add(String file, String title, int depth, List<PagePlan> into) {
            if (seen.add(file)) {
                into.add(new PagePlan(file, title, "", depth, false));
            }
        }

        private static String named(String name, Predicate<String> is) {
            for (var ending : List.of("", ".md", ".ipynb", ".myst", ".rst", ".Rmd")) {
                var file = java.nio.file.Path.of(name + ending).normalize().toString().replace('\\', '/');
                if (!file.isEmpty() && is.test(file)) {
                    return file;
                }
            }
            return "";
        }

        private String hint(String name) {
            var near = Words.didYouMean(name, folder.pages());
            return near.isEmpty() ? "Make the file, or take the line out." : near;
        }

        private Place placeOf(TocEntry entry) {
            try {
                int line = 1;
                for (var text : folder.text(entry.place().file()).split("\n")) {
                    int at = text.indexOf(entry.file());
                    if (at >= 0) {
                        return new Place(entry.place().file(), line, at + 1);
                    }
                    line++;
                }
            } catch (Folder.Unreadable e) {
                return entry.place();
            }
            return entry.place();
        }

        /** Without a table of contents: a folder with pages is a chapter. */
        private static List<TocEntry> byFolder(List<String> files) {
            var byFolder = new LinkedHashMap<String, List<TocEntry>>();
            for (var file : files) {
                int slash = file.lastIndexOf('/');
                byFolder.computeIfAbsent(slash < 0 ? "" : file.substring(0, slash), k -> new ArrayList<>())
                        .add(new TocEntry(file, "", "", "", List.of(), false, Place.of(file)));
            }
            var toc = new ArrayList<TocEntry>();
            for (Map.Entry<String, List<TocEntry>> e : byFolder.entrySet()) {
                if (e.getKey().isEmpty()) {
                    toc.addAll(e.getValue());
                } else {
                    toc.add(new TocEntry("", "", "", e.getKey().replaceFirst("^.*/", ""), e.getValue(), false, Place.of(e.getKey())));
                }
            }
            return toc;
        }
    }
}
