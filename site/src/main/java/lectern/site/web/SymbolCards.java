package lectern.site.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lectern.site.book.Section;
import lectern.site.library.Body;
import lectern.site.library.Library;
import lectern.site.markup.shape.Shape;
import lectern.site.markup.tex.Setting;
import lectern.site.markup.tex.Symbol;

/**
 * Answers {@code /card/PAGE/symbols}: {@code cards}, what each symbol of the page means, as HTML, and {@code formulas}, for each its visible letters
 * and which of them are which symbol, {@code [letters, [card, from, to], …]}. Made when it is first asked for, once for each reading of the page.
 */
public final class SymbolCards {
    private final Library library;
    private final Map<String, Made> made = new ConcurrentHashMap<>();

    /** @param section that the cards were made from */
    private record Made(Section section, Body body) {}

    SymbolCards(Library library) {
        this.library = library;
    }

    void of(Context ctx) {
        var section = library.snapshot().book().section(ctx.pathParam("page")).orElseThrow(NotFoundResponse::new);
        var now = made.compute(section.path(), (path, before) -> before != null && before.section == section ? before : new Made(section, make(section)));
        Replies.send(ctx, now.body, Replies.REVALIDATE);
    }

    private Body make(Section section) {
        return Body.of("application/json", json(library, section, "/" + BackMatter.Part.NOTATION.path()).getBytes(StandardCharsets.UTF_8));
    }

    /** The answer for a page. @param notation address of the page of notation */
    public static String json(Library library, Section section, String notation) {
        var cards = new LinkedHashMap<Symbol, String>();
        var formulas = new ArrayList<List<Object>>();
        for (var used : section.formulas()) {
            var setting = used.formula().setting();
            var spots = library.spots(used.formula());
            var line = new ArrayList<Object>();
            line.add(spots.letters());
            for (var spot : spots.all()) {
                var symbol = setting.meanings().get(spot.tex());
                if (symbol != null) {
                    cards.computeIfAbsent(symbol, s -> card(library, s, setting, notation));
                    line.add(List.of(List.copyOf(cards.keySet()).indexOf(symbol), spot.from(), spot.to()));
                }
            }
            if (line.size() > 1) {
                formulas.add(line);
            }
        }
        return Json.text(Json.sorted(Map.of("cards", cards.values(), "formulas", formulas)));
    }

    private static String card(Library library, Symbol symbol, Setting setting, String notation) {
        return "<p>" + library.drawn(symbol, setting) + " " + Words.escape(symbol.meaning()) + "</p><p class=\"facts\">" + facts(symbol)
                + " <a href=\"" + notation + "#" + Words.escape(symbol.id()) + "\">Notation</a></p>";
    }

    /** Shape, unit and spoken form: "k × d, in rad, spoken “q dot”." */
    static String facts(Symbol symbol) {
        var facts = new StringBuilder(symbol.function() && symbol.shape().isEmpty() ? "a function" : symbol.shape().map(Shape::text).orElse(""));
        if (!symbol.unit().isEmpty()) {
            facts.append(facts.isEmpty() ? "" : ", ").append("in ").append(Words.escape(symbol.unit()));
        }
        if (!symbol.say().isEmpty()) {
            facts.append(facts.isEmpty() ? "" : ", ").append("spoken “").append(Words.escape(symbol.say())).append('”');
        }
        return facts.isEmpty() ? "" : facts.append('.').toString();
    }
}
