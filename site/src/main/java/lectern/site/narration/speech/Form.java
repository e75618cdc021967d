package lectern.site.narration.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** A formula as MathML lays it out, without what is only for the eye: equal forms look the same. */
sealed interface Form {
    /** A letter, a name, a number, an operator. */
    record Atom(Kind kind, String text) implements Form {}

    /** A name is a function written out, {@code cos}; words are text between formulas. */
    enum Kind { LETTER, NAME, NUMBER, OPERATOR, WORDS }

    /** Side by side, never a row in a row unless something hangs on it. */
    record Row(List<Form> items) implements Form {
        public Row {
            items = List.copyOf(items);
        }
    }

    /** With something to its lower or upper right. */
    record Script(Form base, @Nullable Form lower, @Nullable Form upper) implements Form {}

    /** With something below or above it. */
    record Limits(Form base, @Nullable Form under, @Nullable Form over) implements Form {}

    /** With a mark above it. */
    record Accent(Form base, String mark) implements Form {}

    record Fraction(Form over, Form under) implements Form {}

    /** @param degree null for a square root */
    record Root(Form inside, @Nullable Form degree) implements Form {}

    record Table(List<List<Form>> rows) implements Form {
        public Table {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** A gap as wide as a letter or wider: what stands on its sides are two statements. */
    String GAP_TEXT = "\u2003";
    Form GAP = new Atom(Kind.OPERATOR, GAP_TEXT);

    Form NOTHING = new Row(List.of());

    /** Reads MathML as KaTeX writes it. */
    static Form read(String mathMl) {
        return read(Jsoup.parse(mathMl, "", Parser.xmlParser()));
    }

    /** The first formula in an element. */
    static Form read(Element element) {
        var math = element.selectFirst("math");
        return math == null ? NOTHING : row(math.children());
    }

    private static Form of(Element e) {
        return switch (e.normalName()) {
            case "mi" -> e.text().equals(".") ? NOTHING : new Atom(e.text().codePointCount(0, e.text().length()) > 1 ? Kind.NAME : e.text().matches("[/!?|&]") ? Kind.OPERATOR : Kind.LETTER, e.text());
            case "mn" -> new Atom(Kind.NUMBER, e.text());
            case "mo" -> new Atom(Kind.OPERATOR, e.wholeText().strip());
            case "mtext", "ms" -> text(e.text());
            case "mspace" -> e.attr("width").matches("[1-9]\\d*(\\.\\d+)?em") ? GAP : NOTHING;
            case "msub" -> script(e, 1, -1);
            case "msup" -> script(e, -1, 1);
            case "msubsup" -> script(e, 1, 2);
            case "munder" -> limits(e, part(e, 1), null);
            case "mover" -> e.attr("accent").equals("true") || !(part(e, 0) instanceof Atom(Kind kind, String text) && kind == Kind.OPERATOR) ? new Accent(part(e, 0), e.child(1).text()) : limits(e, null, part(e, 1));
            case "munderover" -> limits(e, part(e, 1), part(e, 2));
            case "mfrac" -> new Fraction(part(e, 0), part(e, 1));
            case "msqrt" -> new Root(row(e.children()), null);
            case "mroot" -> new Root(part(e, 0), part(e, 1));
            case "mtable" -> new Table(e.children().stream().filter(r -> r.normalName().equals("mtr") || r.normalName().equals("mlabeledtr"))
                    .map(r -> r.children().stream().map(cell -> row(cell.children())).toList()).toList());
            case "annotation", "mphantom" -> NOTHING;
            default -> row(e.children());
        };
    }

    private static Form text(String text) {
        var words = text.replace('\u00a0', ' ').replaceAll("[\\u2000-\\u200f\\u2060-\\u2064]", " ").strip();
        return words.isEmpty() ? NOTHING : new Atom(Kind.WORDS, words);
    }

    /** KaTeX puts the sign "function of" beside its name inside a script: it is left out there. */
    private static List<Element> parts(Element e) {
        return e.children().stream().filter(c -> !c.wholeText().strip().equals(MathSpeaker.APPLY)).toList();
    }

    private static Form part(Element e, int index) {
        var parts = parts(e);
        return index < parts.size() ? of(parts.get(index)) : NOTHING;
    }

    /** What hangs on a bracket that is closed hangs on its last sign; what hangs on a name stands before "function of". */
    private static Form spread(List<Form> items, String last, UnaryOperator<Form> hanging) {
        int name = last.equals(MathSpeaker.APPLY) ? items.size() - 2 : items.size() - 1;
        var spread = new ArrayList<>(items);
        spread.set(name, hanging.apply(items.get(name)));
        return new Row(spread);
    }

    private static Form limits(Element e, @Nullable Form under, @Nullable Form over) {
        return part(e, 0) instanceof Row(List<Form> items) && items.size() == 2 && items.getLast() instanceof Atom(Kind kind, String text) && text.equals(MathSpeaker.APPLY)
                ? spread(items, text, name -> new Limits(name, under, over)) : new Limits(part(e, 0), under, over);
    }

    private static Form script(Element e, int lower, int upper) {
        var base = part(e, 0);
        if (base.equals(NOTHING)) {
            // a mark that hangs on nothing still says something
            return row(e.children());
        }
        Form below = lower < 0 ? null : part(e, lower);
        Form above = upper < 0 ? null : part(e, upper);
        if (base instanceof Row(List<Form> items) && items.getLast() instanceof Atom(Kind kind, String text) && kind == Kind.OPERATOR) {
            return spread(items, text, name -> new Script(name, below, above));
        }
        // a script of a script is one with both, whichever way it was written
        return base instanceof Script(Form inner, Form low, Form high) && low != null && high == null && below == null ? new Script(inner, low, above) : new Script(base, below, above);
    }

    private static Form row(List<Element> elements) {
        var items = new ArrayList<Form>();
        for (var element : elements) {
            switch (of(element)) {
                case Row(List<Form> inner) -> items.addAll(inner);
                case Form other -> items.add(other);
            }
        }
        return items.size() == 1 ? items.getFirst() : new Row(items);
    }
}
