package lectern.site.narration.speech;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import lectern.site.book.Section;
import lectern.site.markup.html.UsedFormula;
import lectern.site.markup.tex.Setting;
import lectern.site.markup.tex.Symbol;

/** A speaker for every part of a book: the same letter may be spoken otherwise where it means something else. */
public final class Speakers {
    private static final String END = "</math>";

    /** For a formula that the table of symbols knows nothing of, such as one in a title. */
    private static final MathSpeaker PLAIN = new MathSpeaker(Map.of());

    private final BiFunction<Symbol, Setting, String> drawn;
    private final Map<Setting, MathSpeaker> known = new ConcurrentHashMap<>();

    /** @param drawn a symbol as KaTeX draws it in a line */
    public Speakers(BiFunction<Symbol, Setting, String> drawn) {
        this.drawn = drawn;
    }

    /** The words of a formula of the book, with pauses. */
    public List<String> words(UsedFormula used) {
        return in(used.formula().setting()).words(used.mathMl());
    }

    /** How the formulas of a page are spoken, each by the meaning that holds where it first stands. */
    Function<Form, List<String>> on(Section section) {
        var used = new HashMap<Form, UsedFormula>();
        section.formulas().forEach(formula -> used.putIfAbsent(Form.read(formula.mathMl()), formula));
        return form -> (used.containsKey(form) ? in(used.get(form).formula().setting()) : PLAIN).words(form);
    }

    MathSpeaker in(Setting setting) {
        return known.computeIfAbsent(setting, s -> {
            var symbols = new HashMap<String, Symbol>();
            s.meanings().values().forEach(symbol -> symbols.put(mathMl(drawn.apply(symbol, s)), symbol));
            return new MathSpeaker(symbols);
        });
    }

    /** The MathML in what KaTeX drew; empty when there is none. */
    static String mathMl(String html) {
        int from = html.indexOf("<math");
        int to = html.indexOf(END, Math.max(0, from));
        return from < 0 || to < 0 ? "" : html.substring(from, to + END.length());
    }
}
