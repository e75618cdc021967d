package lectern.site.book;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lectern.site.markup.Mistake;
import lectern.site.markup.Place;
import lectern.site.markup.Rule;
import lectern.site.markup.cite.Bibliography;
import org.jspecify.annotations.Nullable;

/** The files that every page depends on: configuration, symbols, bibliography. Each is taken apart again only when it has changed. */
final class SharedFiles {
    private final Folder folder;
    private @Nullable Configuration configuration;
    private List<String> configurationTexts = List.of();
    private Map<String, String> bibliographyTexts = Map.of();
    private Bibliography bibliography = Bibliography.EMPTY;
    private List<Mistake> bibliographyMistakes = List.of();
    private String symbolsText = "";
    private Symbols knownSymbols = Symbols.NONE;
    private List<Mistake> symbolMistakes = List.of();

    SharedFiles(Folder folder) {
        this.folder = folder;
    }

    Bibliography bibliography() {
        return bibliography;
    }

    /** As they were last read. */
    Symbols symbols() {
        return knownSymbols;
    }

    /** The configuration, read again only when one of its files has changed. */
    Configuration configuration() throws UnreadableBook {
        var known = configuration;
        if (known == null || !configurationTexts.equals(texts(known.files()))) {
            List<String> files;
            List<String> seen;
            do { // once more where it turns out to be read from other files than before
                files = known == null ? List.of() : known.files();
                // looked at before it is read: what is saved in between is another text, and is read next time
                seen = texts(files);
                known = Configuration.read(folder);
            } while (!known.files().equals(files));
            configurationTexts = seen; // only now: one that cannot be read is not known, however often it is looked at
            configuration = known;
        }
        return known;
    }

    /** What the files hold that a configuration may be read from, these among them. */
    private List<String> texts(List<String> files) {
        return Stream.concat(Configuration.FILES.stream(), files.stream()).distinct().map(file -> {
            try {
                return folder.exists(file) ? folder.text(file) : "";
            } catch (Folder.Unreadable e) {
                return String.valueOf(e.getMessage());
            }
        }).toList();
    }

    Page.Environment environment(Configuration configuration, List<Mistake> mistakes) {
        var symbols = Symbols.NONE;
        if (folder.exists(configuration.symbols())) {
            try {
                var text = folder.text(configuration.symbols());
                if (!text.equals(symbolsText)) {
                    var wrong = new ArrayList<Mistake>();
                    knownSymbols = Symbols.read(configuration.symbols(), text, wrong);
                    symbolMistakes = List.copyOf(wrong);
                    symbolsText = text;
                }
                symbols = knownSymbols;
                mistakes.addAll(symbolMistakes);
            } catch (Folder.Unreadable e) {
                mistakes.add(new Mistake(Place.of(configuration.symbols()), Rule.SYMBOLS, e.getMessage(), e.hint()));
            }
        }
        return new Page.Environment(configuration.macros(), configuration.abbreviations(), configuration.substitutions(), symbols, configuration.manner(), configuration.numbering());
    }

    void readBibliography(Configuration configuration, List<Mistake> mistakes) {
        var texts = new LinkedHashMap<String, String>();
        var unreadable = new ArrayList<Mistake>();
        for (var file : configuration.bibliography()) {
            try {
                texts.put(file, folder.text(file));
            } catch (Folder.Unreadable e) {
                unreadable.add(new Mistake(Place.of(configuration.file()), Rule.BIBLIOGRAPHY, "The bibliography \"" + file + "\" cannot be used: " + e.getMessage(), e.hint()));
            }
        }
        if (!texts.equals(bibliographyTexts)) {
            bibliography = Bibliography.of(texts);
            bibliographyTexts = texts;
            bibliographyMistakes = bibliography.mistakes();
        }
        mistakes.addAll(unreadable);
        mistakes.addAll(bibliographyMistakes);
    }

    /** What is wrong with entries that nothing cites. @param cited keys */
    List<Mistake> unusedReferences(Set<String> cited) {
        return bibliography.entries().values().stream().filter(entry -> !cited.contains(entry.key()))
                .map(entry -> new Mistake(new Place(bibliography.files().getOrDefault(entry.key(), ""), entry.line(), 1), Rule.UNUSED_REFERENCE,
                        "Nothing cites \"" + entry.key() + "\".", "Cite it, or take the entry out.")).toList();
    }
}
