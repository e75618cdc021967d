package lectern.site.book;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import lectern.search.Lexicon;
import lectern.search.Passage;
import lectern.site.markup.Place;
import lectern.site.markup.html.Face;
import lectern.site.markup.html.Html;
import lectern.site.markup.html.UsedFormula;
import lectern.site.markup.shape.Shape;
import lectern.site.markup.shape.Verdict;
import lectern.site.markup.tex.Formula;
import lectern.site.markup.tex.Setting;
import lectern.site.markup.tex.Symbol;

/** A book from the bytes that {@link BookSaver} made; their checksum was found right, so that only another form of them could fail here. */
final class BookLoader {
    private static final Passage.Kind[] KINDS = Passage.Kind.values();
    private static final Face[] FACES = Face.values();
    private static final Problem.Severity[] SEVERITIES = Problem.Severity.values();

    private final ByteBuffer in;
    private final Folder folder;
    private final List<String> texts = new ArrayList<>();
    private final List<Setting> settings = new ArrayList<>();
    private final long state;
    private final List<String> read;
    private final Map<String, String> images;

    /** @param folder where the book is now */
    BookLoader(byte[] bytes, Folder folder) {
        this.in = ByteBuffer.wrap(bytes);
        this.folder = folder;
        this.state = in.getLong();
        this.read = all(this::text);
        this.images = map(this::text);
    }

    /** Of all that the book depended on. */
    long state() {
        return state;
    }

    /** The files whose text the book was read from. */
    List<String> texts() {
        return read;
    }

    /** Addresses of the pictures and other files that it shows, to their paths in its folder. */
    Map<String, String> images() {
        return images;
    }

    /** To be called once. */
    Book book() {
        var title = text();
        var description = text();
        var authors = all(this::text);
        var license = text();
        var edition = text();
        var report = text();
        var sections = all(this::section);
        var chapters = all(() -> new Chapter(text(), text(), text(), all(() -> entry(sections))));
        var redirects = map(this::text);
        var files = new LinkedHashMap<String, Path>();
        images.forEach((address, path) -> files.put(address, folder.inside(path).orElseThrow(BookLoader::strange))); // as when they were found
        var lexicon = new Lexicon(all(() -> Set.copyOf(all(this::text))), map(this::text));
        var voice = new Voice(text(), in.getDouble(), map(this::text));
        return new Book(folder.root(), title, description, authors, license, edition, report, chapters, sections, redirects, files, lexicon, voice, all(this::problem));
    }

    private Chapter.Entry entry(List<Section> sections) {
        return switch (in.get()) {
            case 0 -> new Chapter.Entry.Written(sections.get(in.getInt()));
            case 1 -> new Chapter.Entry.Planned(text(), text());
            case 2 -> new Chapter.Entry.Link(text(), text());
            default -> throw strange();
        };
    }

    private Section section() {
        return new Section(text(), text(), text(), text(), text(), text(), text(), text(), text(), in.getInt(), in.getInt(), in.getInt(),
                all(this::text), all(() -> new Block(text(), Html.of(bytes()), in.getInt(), Set.copyOf(all(() -> FACES[in.get()])))), all(() -> new Heading(in.getInt(), text(), text(), text())),
                all(() -> new Reference(text(), text(), text(), text(), text(), text())), truth(),
                Set.copyOf(all(this::text)), all(this::formula), all(() -> new Computed(text(), text())), truth(), new HashSet<>(all(() -> KINDS[in.get()])), all(this::passage), all(this::problem));
    }

    private UsedFormula formula() {
        return new UsedFormula(new Formula(text(), truth(), setting()), text(), verdict(), place());
    }

    private Verdict verdict() {
        return switch (in.get()) {
            case 0 -> new Verdict.Nothing();
            case 1 -> new Verdict.Fits();
            case 2 -> new Verdict.NotChecked(in.getInt(), text());
            case 3 -> new Verdict.Misfit(in.getInt(), text(), text());
            default -> throw strange();
        };
    }

    private Setting setting() {
        int number = in.getInt();
        if (number == settings.size()) {
            settings.add(Setting.kept(map(this::text), text(), map(this::symbol)));
        }
        return settings.get(number);
    }

    private Symbol symbol() {
        return new Symbol(text(), text(), text(), text(), truth() ? Optional.of(new Shape(text(), text())) : Optional.empty(), truth(), text(), text(), all(this::text), all(this::text));
    }

    private Passage passage() {
        return new Passage(text(), text(), text(), text(), text(), text(), KINDS[in.get()], text(), text(), text(), all(() -> new lectern.search.Formula(text(), text())));
    }

    private Problem problem() {
        var place = place();
        return new Problem(place.file(), place.line(), place.column(), SEVERITIES[in.get()], text(), text(), text());
    }

    private Place place() {
        return new Place(text(), in.getInt(), in.getInt());
    }

    private <V> Map<String, V> map(Supplier<V> value) {
        var map = new LinkedHashMap<String, V>();
        for (int left = in.getInt(); left > 0; left--) {
            map.put(text(), value.get());
        }
        return map;
    }

    private <T> List<T> all(Supplier<T> part) {
        int size = in.getInt();
        var things = new ArrayList<T>(size);
        for (int i = 0; i < size; i++) {
            things.add(part.get());
        }
        return things;
    }

    private String text() {
        int number = in.getInt();
        if (number == texts.size()) {
            int length = in.getInt();
            texts.add(new String(in.array(), in.position(), length, StandardCharsets.UTF_8));
            in.position(in.position() + length);
        }
        return texts.get(number);
    }

    private byte[] bytes() {
        var bytes = new byte[in.getInt()];
        in.get(bytes);
        return bytes;
    }

    private boolean truth() {
        return in.get() != 0;
    }

    private static IllegalStateException strange() {
        return new IllegalStateException("a kept book of another form");
    }
}
