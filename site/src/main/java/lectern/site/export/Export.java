package lectern.site.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import lectern.search.Passage;
import lectern.site.book.Book;
import lectern.site.embed.Snippets;
import lectern.site.library.Body;
import lectern.site.library.Library;
import lectern.site.library.Snapshot;
import lectern.site.markup.html.WidgetPicture;
import lectern.site.narration.Shelf;
import lectern.site.narration.speech.Speakers;
import lectern.site.web.BackMatter;
import lectern.site.web.Assets;
import lectern.site.web.BookPages;
import lectern.site.web.Cards;
import lectern.site.web.Cite;
import lectern.site.web.EmbedPage;
import lectern.site.web.Json;
import lectern.site.web.Offline;
import lectern.site.web.Listening;
import lectern.site.web.Pages;
import lectern.site.web.SearchPage;
import lectern.site.web.SocialPictures;
import lectern.site.web.SymbolCards;
import lectern.site.web.WidgetPage;
import lectern.widgets.Widgets;
import org.jspecify.annotations.Nullable;

/** Every page, picture and widget of a book as files: what the server would send, with paths in the place of addresses. */
public final class Export {
    /** Marks a folder as made by an export, so that the next one may take its place. */
    private static final String MARK = ".lectern-export";

    /** The picture of a widget in a state of its own. */
    private static final Pattern STATED = Pattern.compile("src=\"(/figures/[a-z0-9-]+\\.svg\\?[^\"]*)");

    /** A passage as the search in the reader's browser takes it. */
    private record Found(String url, String title, String trail, String kind, String text) {}

    private final Library library;
    private final Snapshot snapshot;
    private final Pages pages;
    private final Assets assets;
    private final @Nullable Shelf shelf;
    private final String baseUrl;

    /** @param baseUrl where the site will be found, for its sitemap; empty when that is not known yet */
    public Export(Library library, Pages pages, Assets assets, String baseUrl) {
        this(library, pages, assets, null, baseUrl);
    }

    /** @param shelf with the sound of pages that were read aloud */
    public Export(Library library, Pages pages, Assets assets, @Nullable Shelf shelf, String baseUrl) {
        this.shelf = shelf;
        this.library = library;
        snapshot = library.snapshot();
        this.pages = pages;
        this.assets = assets;
        this.baseUrl = baseUrl;
    }

    /**
     * Writes the site beside the folder and then puts it in the folder's place.
     *
     * @return the number of files
     * @throws IOException if it cannot be written; the folder is then as it was
     */
    public int to(Path folder) throws IOException {
        Path out = folder.toAbsolutePath().normalize();
        if (Files.exists(out) && !Files.exists(out.resolve(MARK)) && !isEmpty(out)) {
            throw new IOException(folder + " holds files that no export wrote; name another folder, or empty it");
        }
        Files.createDirectories(out.getParent());
        Path fresh = Files.createTempDirectory(out.getParent(), ".lectern-export-");
        try {
            Map<String, byte[]> files = files();
            for (var file : files.entrySet()) {
                Path path = fresh.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
            swap(fresh, out);
            return files.size();
        } finally {
            delete(fresh);
        }
    }

    private static void swap(Path fresh, Path out) throws IOException {
        Path old = out.resolveSibling(fresh.getFileName() + "-old");
        boolean before = Files.exists(out);
        if (before) {
            Files.move(out, old);
        }
        try {
            Files.move(fresh, out);
        } catch (IOException e) {
            if (before) {
                Files.move(old, out);
            }
            throw e;
        }
        delete(old);
    }

    /** The whole site, in the order of the files' names. */
    private Map<String, byte[]> files() throws IOException {
        Book book = snapshot.book();
        var links = new Links(address -> address.startsWith("assets/") || address.startsWith("narration/") || address.startsWith("figures/") || book.images().containsKey(address));
        var files = new TreeMap<String, byte[]>();
        files.put(MARK, new byte[0]);
        snapshot.pages().forEach((path, body) -> page(files, links, path, text(body)));
        var back = new BackMatter(library, pages);
        for (var part : BackMatter.of(book)) {
            back.page(snapshot, part.path()).ifPresent(body -> page(files, links, part.path(), text(body)));
        }
        var speakers = new Speakers(library::drawn);
        for (var section : book.sections()) {
            String url = baseUrl.isEmpty() ? "" : baseUrl + "/" + links.file(section.path());
            files.put("card/" + section.path() + "/cite.html", Cite.html(book, section, url).getBytes(StandardCharsets.UTF_8));
            if (shelf != null) {
                var sound = shelf.sound(book, section);
                if (sound.isPresent()) {
                    files.put("narration/" + section.path() + ".mp3", Files.readAllBytes(sound.get().mp3()));
                    files.put("narration/" + section.path() + ".vtt", Files.readAllBytes(sound.get().vtt()));
                    files.put("narration/" + section.path() + ".json", Listening.json(sound.get()).getBytes(StandardCharsets.UTF_8));
                }
            }
            if (!section.formulas().isEmpty()) {
                String notation = "../".repeat((int) section.path().chars().filter(c -> c == '/').count()) + links.file(BackMatter.Part.NOTATION.path());
                files.put("card/" + section.path() + "/symbols.json", SymbolCards.json(library, section, notation).getBytes(StandardCharsets.UTF_8));
                files.put("card/" + section.path() + "/equations.json", Cards.equations(library, speakers, section).getBytes(StandardCharsets.UTF_8));
            }
        }
        page(files, links, "search", pages.search(book));
        page(files, links, "404", pages.missing(book, List.of()));
        for (String id : Widgets.ids()) {
            page(files, links, "widgets/" + id, WidgetPage.html(pages, book, id, "", baseUrl.isEmpty() ? List.of() : Snippets.ofFiles(baseUrl).of(id, ""), baseUrl));
            page(files, links, "embed/" + id, EmbedPage.html(pages, book, id, baseUrl));
            var picture = new WidgetPicture(id, "");
            files.put(picture.file(), picture.svg());
        }
        assets.all().forEach((address, body) -> {
            String file = address.substring(1);
            files.put(file, file.endsWith(".css") ? Links.style(text(body), file).getBytes(StandardCharsets.UTF_8) : body.identity());
        });
        for (var image : book.images().entrySet()) {
            files.put(image.getKey(), Files.readAllBytes(image.getValue()));
        }
        String element = text(EmbedPage.element());
        files.put("embed/1/widget.js", element.replace("this.getAttribute('name') ?? '')", "this.getAttribute('name') ?? '') + '.html'").getBytes(StandardCharsets.UTF_8));
        files.put(Offline.WORKER, Offline.worker());
        files.put(Offline.LIST, Offline.list(snapshot, assets, links::file, ".json").getBytes(StandardCharsets.UTF_8));
        files.put(Offline.MANIFEST, Offline.manifest(book, assets).getBytes(StandardCharsets.UTF_8));
        files.put("search-index.json", Json.text(passages(book, links)).getBytes(StandardCharsets.UTF_8));
        files.put("robots.txt", "User-agent: *\nAllow: /\n".getBytes(StandardCharsets.UTF_8));
        if (!baseUrl.isEmpty()) {
            files.put(SocialPictures.file(""), SocialPictures.cover(book));
            book.sections().forEach(section -> files.put(SocialPictures.file(section.path()), SocialPictures.page(book, section)));
            Widgets.ids().forEach(id -> files.put(SocialPictures.file("widgets/" + id), SocialPictures.widget(book, id, "")));
            files.put("sitemap.xml", BookPages.sitemap(BookPages.paths(snapshot).stream().map(path -> baseUrl + "/" + (path.isEmpty() ? "" : links.file(path))).sorted().toList()));
        }
        return files;
    }

    private void page(Map<String, byte[]> files, Links links, String path, String html) {
        String file = links.file(path);
        // a host of files may know no page but by its file's name
        String shown = path.replaceFirst("^embed/", "widgets/"); // a frame speaks for the widget's page
        String addressed = baseUrl.isEmpty() ? html : html.replace("content=\"" + baseUrl + "/" + shown + "\"", "content=\"" + baseUrl + "/" + (path.isEmpty() ? "" : links.file(shown)) + "\"");
        String stated = !addressed.contains("src=\"/figures/") ? addressed : STATED.matcher(addressed).replaceAll(found -> WidgetPicture.at(found.group(1).replace("&amp;", "&")).map(picture -> {
            files.put(picture.file(), picture.svg());
            return "src=\"/" + picture.file();
        }).orElse("$0"));
        files.put(file, links.page(stated, file).getBytes(StandardCharsets.UTF_8));
    }

    private static List<Found> passages(Book book, Links links) {
        return book.sections().stream().flatMap(section -> section.passages().stream()).map(passage -> new Found(address(passage, links), passage.title(), passage.trail(),
                SearchPage.word(passage.kind()), passage.text())).toList();
    }

    private static String address(Passage passage, Links links) {
        int hash = passage.url().indexOf('#');
        String page = passage.url().substring(1, hash < 0 ? passage.url().length() : hash);
        return links.file(page) + (hash < 0 ? "" : passage.url().substring(hash));
    }

    private static String text(Body body) {
        return new String(body.identity(), StandardCharsets.UTF_8);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, @org.jspecify.annotations.Nullable IOException failed) throws IOException {
                Files.delete(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
