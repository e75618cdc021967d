package lectern.site.book;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import lectern.search.Lexicon;
import lectern.search.Passage;
import lectern.site.markup.Place;
import lectern.site.markup.html.UsedFormula;
import lectern.site.markup.shape.Verdict;
import lectern.site.markup.tex.Setting;
import lectern.site.markup.tex.Symbol;

/**
 * A book as bytes, field by field in the order in which {@link BookLoader} takes them. What several have in common, texts and settings of formulas, is
 * written where it first stands and is a number from then on, so that they have it in common again when they are loaded.
 */
final class BookSaver {
    private final DataOutputStream out;
    private final Map<String, Integer> texts = new HashMap<>();
    private final Map<Setting, Integer> settings = new IdentityHashMap<>();

    /** Writes one thing. */
    private interface Part<T> {
        void write(T thing) throws IOException;
    }

    private BookSaver(DataOutputStream out) {
        this.out = out;
    }

    /** @param read files whose text the book was read from @param images addresses of the files that it shows to their paths in its folder */
    static void save(Collection<String> read, Map<String, String> images, Book book, DataOutputStream out) throws IOException {
        var saver = new BookSaver(out);
        saver.all(read, saver::text);
        saver.map(images);
        saver.book(book);
    }

    private void book(Book book) throws IOException {
        texts(book.title(), book.description());
        all(book.authors(), this::text);
        texts(book.license(), book.edition(), book.report());
        all(book.sections(), this::section);
        var places = new IdentityHashMap<Section, Integer>();
        book.sections().forEach(section -> places.put(section, places.size()));
        all(book.chapters(), chapter -> {
            texts(chapter.number(), chapter.title(), chapter.description());
            all(chapter.entries(), entry -> {
                switch (entry) {
                    case Chapter.Entry.Written(Section section) -> {
                        out.writeByte(0);
                        out.writeInt(places.get(section));
                    }
                    case Chapter.Entry.Planned(String number, String title) -> {
                        out.writeByte(1);
                        texts(number, title);
                    }
                    case Chapter.Entry.Link(String title, String url) -> {
                        out.writeByte(2);
                        texts(title, url);
                    }
                }
            });
        });
        map(book.redirects());
        lexicon(book.lexicon());
        text(book.voice().name());
        out.writeDouble(book.voice().speed());
        map(book.voice().say());
        all(book.problems(), this::problem);
    }

    private void section(Section section) throws IOException {
        texts(section.path(), section.file(), section.number(), section.title(), section.titleHtml(), section.shortTitle(), section.chapter(), section.chapterTitle(), section.description());
        out.writeInt(section.words());
        out.writeInt(section.figures());
        out.writeInt(section.exercises());
        all(section.goals(), this::text);
        all(section.blocks(), block -> {
            text(block.id());
            bytes(block.html().bytes());
            out.writeInt(block.line());
            all(block.faces(), this::name);
        });
        all(section.outline(), heading -> {
            out.writeInt(heading.level());
            texts(heading.id(), heading.html(), heading.text());
        });
        all(section.references(), work -> texts(work.anchor(), work.number(), work.entry(), work.back(), work.title(), work.words()));
        out.writeBoolean(section.listed());
        all(section.widgets(), this::text);
        all(section.formulas(), this::formula);
        all(section.computed(), computed -> texts(computed.expression(), computed.value()));
        out.writeBoolean(section.symbols());
        all(section.kinds(), this::name);
        all(section.passages(), this::passage);
        all(section.problems(), this::problem);
    }

    private void formula(UsedFormula used) throws IOException {
        text(used.formula().tex());
        out.writeBoolean(used.formula().display());
        setting(used.formula().setting());
        text(used.mathMl());
        switch (used.shapes()) {
            case Verdict.Nothing() -> out.writeByte(0);
            case Verdict.Fits() -> out.writeByte(1);
            case Verdict.NotChecked(int at, String reason) -> {
                out.writeByte(2);
                out.writeInt(at);
                text(reason);
            }
            case Verdict.Misfit(int at, String message, String hint) -> {
                out.writeByte(3);
                out.writeInt(at);
                texts(message, hint);
            }
        }
        place(used.place());
    }

    private void setting(Setting setting) throws IOException {
        Integer known = settings.putIfAbsent(setting, settings.size());
        out.writeInt(known == null ? settings.size() - 1 : known);
        if (known == null) {
            map(setting.macros());
            text(setting.json());
            all(setting.meanings().entrySet(), meaning -> {
                text(meaning.getKey());
                symbol(meaning.getValue());
            });
        }
    }

    private void symbol(Symbol symbol) throws IOException {
        texts(symbol.id(), symbol.tex(), symbol.meaning(), symbol.unit());
        out.writeBoolean(symbol.shape().isPresent());
        if (symbol.shape().isPresent()) {
            texts(symbol.shape().get().rows(), symbol.shape().get().columns());
        }
        out.writeBoolean(symbol.function());
        texts(symbol.say(), symbol.colour());
        all(symbol.in(), this::text);
        all(symbol.aliases(), this::text);
    }

    private void passage(Passage passage) throws IOException {
        texts(passage.id(), passage.url(), passage.title(), passage.trail(), passage.text(), passage.tex());
        name(passage.kind());
        texts(passage.page(), passage.chapter(), passage.code());
        all(passage.formulas(), formula -> texts(formula.tex(), formula.mathMl()));
    }

    private void problem(Problem problem) throws IOException {
        place(new Place(problem.file(), problem.line(), problem.column()));
        name(problem.severity());
        texts(problem.rule(), problem.message(), problem.hint());
    }

    private void place(Place place) throws IOException {
        text(place.file());
        out.writeInt(place.line());
        out.writeInt(place.column());
    }

    private void lexicon(Lexicon lexicon) throws IOException {
        all(lexicon.aliases(), names -> all(names, this::text));
        map(lexicon.macros());
    }

    private void map(Map<String, String> map) throws IOException {
        all(map.entrySet(), entry -> texts(entry.getKey(), entry.getValue()));
    }

    private <T> void all(Collection<T> things, Part<? super T> part) throws IOException {
        out.writeInt(things.size());
        for (var thing : things) {
            part.write(thing);
        }
    }

    private void texts(String... texts) throws IOException {
        for (var text : texts) {
            text(text);
        }
    }

    private void text(String text) throws IOException {
        Integer known = texts.putIfAbsent(text, texts.size());
        out.writeInt(known == null ? texts.size() - 1 : known);
        if (known == null) {
            bytes(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void name(Enum<?> constant) throws IOException {
        out.writeByte(constant.ordinal());
    }

    private void bytes(byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
