package lectern.site.narration.speech;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.site.markup.tex.Symbol;
import lectern.site.narration.speech.Form.Accent;
import lectern.site.narration.speech.Form.Atom;
import lectern.site.narration.speech.Form.Fraction;
import lectern.site.narration.speech.Form.Kind;
import lectern.site.narration.speech.Form.Limits;
import lectern.site.narration.speech.Form.Root;
import lectern.site.narration.speech.Form.Row;
import lectern.site.narration.speech.Form.Script;
import lectern.site.narration.speech.Form.Table;
import org.jspecify.annotations.Nullable;

/** Says a formula in words: "x dot equals J of q times q dot". Symbols are spoken as the book's table says, everything else by rule. */
public final class MathSpeaker {
    /** The sign between a function's name and what it is a function of. */
    static final String APPLY = "\u2061";

    static final String PAUSE = ",";
    static final String LONG_PAUSE = ";";
    static final Set<String> RELATIONS = Set.of("=", "≠", "<", ">", "≤", "≥", "≈", "∼", "≡", "∝", "∈", "∉", "←", "→", "↦", "⇒", "⟹", "⇔", "⟺", "⊂", "⊆", ":=", "∣", ":");
    static final Set<String> SUMS = Set.of("+", "−", "-", "±", "∓");
    static final Set<String> LARGE = Set.of("∑", "∏", "∫", "∮");
    /** Letters that name a function wherever the table does not say what they are. */
    static final Set<String> USUAL = Set.of("f", "g", "F", "G", "P");

    final Map<Form, Symbol> symbols;

    /** @param symbols how each symbol is written, as MathML, and what it means */
    public MathSpeaker(Map<String, Symbol> symbols) {
        var forms = new HashMap<Form, Symbol>();
        symbols.forEach((mathMl, symbol) -> forms.put(Form.read(mathMl), symbol));
        this.symbols = Map.copyOf(forms);
    }

    /** The words of a formula; a pause between them is a comma or a semicolon. */
    public List<String> words(String mathMl) {
        return words(Form.read(mathMl));
    }

    List<String> words(Form form) {
        var said = new Said();
        say(said, form);
        return said.finished();
    }

    /** The words with their pauses as one line. */
    public static String line(List<String> words) {
        var line = new StringBuilder();
        for (var word : words) {
            line.append(line.isEmpty() || isPause(word) ? "" : " ").append(word);
        }
        return line.toString();
    }

    public static boolean isPause(String word) {
        return word.equals(PAUSE) || word.equals(LONG_PAUSE);
    }

    void say(Said said, Form form) {
        var symbol = symbols.get(form);
        if (symbol != null && !symbol.say().isEmpty()) {
            said.say(symbol.say());
            return;
        }
        switch (form) {
            case Atom atom -> atom(said, atom);
            case Row row -> new Reading(this, said, row.items()).all();
            case Script script -> script(said, script);
            case Limits limits -> limits(said, limits);
            case Accent(Form base, String mark) -> {
                say(said, base);
                said.say(Glyphs.accent(mark));
            }
            case Fraction fraction -> fraction(said, fraction);
            case Root(Form inside, Form degree) -> {
                said.say(degree == null ? "the square root of" : degree.equals(new Atom(Kind.NUMBER, "3")) ? "the cube root of" : "the root of degree");
                if (degree != null && !degree.equals(new Atom(Kind.NUMBER, "3"))) {
                    say(said, degree);
                    said.say("of");
                }
                say(said, inside);
            }
            case Table table -> rows(said, table);
        }
    }

    static void atom(Said said, Atom atom) {
        switch (atom.kind()) {
            case LETTER -> said.say(Glyphs.letter(atom.text()));
            case NUMBER -> said.all(Numbers.words(atom.text()));
            case OPERATOR -> {
                if (atom.equals(Form.GAP) || atom.text().equals(PAUSE)) {
                    said.pause(PAUSE);
                } else if (atom.text().equals(LONG_PAUSE)) {
                    said.pause(LONG_PAUSE);
                } else if (atom.text().matches("[…⋯⋮]")) {
                    said.pause(PAUSE);
                    said.say("and so on").pause(PAUSE);
                } else {
                    said.say(Glyphs.operator(atom.text()));
                }
            }
            case NAME -> said.say(Glyphs.name(atom.text()));
            case WORDS -> said.say(atom.text().replaceAll("[^\\p{L}\\p{N} ]", " "));
        }
    }

    private void script(Said said, Script script) {
        if (script.base() instanceof Atom(Kind kind, String text) && LARGE.contains(text)) {
            limits(said, new Limits(script.base(), script.lower(), script.upper()));
            return;
        }
        var whole = script.upper() == null ? null : symbols.get(new Script(script.base(), script.lower(), null));
        if (whole != null && !whole.say().isEmpty()) {
            said.say(whole.say());
        } else {
            say(said, script.base());
            lower(said, script);
        }
        upper(said, script.base(), script.upper());
    }

    /** A lower index is spelled: "A i j" is no product. */
    void lower(Said said, Script script) {
        if (script.lower() == null) {
            return;
        }
        if (script.base() instanceof Atom(Kind kind, String text) && text.equals("log")) {
            said.say("to base");
        }
        switch (script.lower()) {
            case Row(List<Form> items) when items.stream().allMatch(i -> i instanceof Atom a && (a.kind() == Kind.LETTER || a.kind() == Kind.NUMBER)) -> items.forEach(i -> say(said, i));
            // "h at k plus one, plus": else nobody hears where the index ends
            case Form sum when isSum(sum) -> {
                said.say("at");
                say(said, sum);
                said.pause(PAUSE);
            }
            // the least sigma has a name, and is no minimum of anything
            case Atom(Kind kind, String text) when kind == Kind.NAME && (text.equals("min") || text.equals("max")) -> said.say(text);
            case Form other -> say(said, other);
        }
    }

    void upper(Said said, Form base, @Nullable Form upper) {
        if (upper == null || upper.equals(Form.NOTHING)) {
            return;
        }
        boolean number = base instanceof Atom(Kind kind, String text) && kind == Kind.NUMBER;
        switch (upper) {
            case Atom(Kind kind, String text) when text.equals("2") -> said.say(isSet(base) ? "two" : "squared");
            case Atom(Kind kind, String text) when text.equals("3") -> said.say(isSet(base) ? "three" : "cubed");
            case Atom(Kind kind, String text) when text.matches("⊤|T|′+|''|⋆|\\*|∗|†|\\+|∘|°|″") -> said.say(switch (text) {
                case "⊤", "T" -> "transpose";
                case "+" -> "plus";
                case "∘", "°" -> "degrees";
                case "″", "''", "′′" -> "double prime";
                default -> Glyphs.operator(text);
            });
            case Row(List<Form> items) when items.size() == 2 && isOperator(items.getFirst(), "−") && items.getLast().equals(new Atom(Kind.NUMBER, "1")) && !number -> said.say("inverse");
            case Row(List<Form> items) when items.size() == 2 && isOperator(items.getFirst(), "−") && items.getLast() instanceof Atom(Kind kind, String text) && text.equals("⊤") -> said.say("inverse transpose");
            case Row(List<Form> items) when isSet(base) -> sizes(said, items);
            case Row(List<Form> items) when isOperator(items.getFirst(), "(") -> items.stream().filter(i -> !(i instanceof Atom a && a.text().matches("[()]"))).forEach(i -> say(said, i));
            case Form sum when isSum(sum) -> {
                said.say("to the power");
                say(said, sum);
                said.pause(PAUSE);
            }
            case Form other -> {
                if (!isSet(base)) {
                    said.say("to the");
                }
                say(said, other);
            }
        }
    }

    /** {@code ℝ}: what hangs on it is a size. */
    private static boolean isSet(Form base) {
        return base instanceof Atom(Kind kind, String text) && Set.of("R", "ℝ", "N", "ℕ", "Z", "ℤ", "C", "ℂ").contains(text);
    }

    void sizes(Said said, List<Form> items) {
        items.forEach(item -> {
            if (isOperator(item, "×")) {
                said.say("by");
            } else {
                say(said, item);
            }
        });
    }

    static boolean isOperator(Form form, String sign) {
        return form instanceof Atom(Kind kind, String text) && kind == Kind.OPERATOR && text.equals(sign);
    }

    private void limits(Said said, Limits limits) {
        boolean large = limits.base() instanceof Atom(Kind kind, String text) && LARGE.contains(text);
        say(said, limits.base());
        if (limits.under() != null) {
            var range = limits.under() instanceof Row(List<Form> items) && items.size() > 2 && isOperator(items.get(1), "=") ? items : List.<Form>of();
            said.say(limits.base() instanceof Atom(Kind kind, String text) && text.equals("lim") ? "as" : "over");
            if (!range.isEmpty() && limits.over() != null) {
                say(said, range.getFirst());
                said.say("from");
                new Reading(this, said, range.subList(2, range.size())).all();
            } else {
                say(said, limits.under());
            }
        }
        if (limits.over() != null) {
            said.say("to");
            say(said, limits.over());
        }
        if (large) {
            said.say("of");
        }
    }

    private void fraction(Said said, Fraction fraction) {
        if (isPartial(fraction.over()) && isPartial(fraction.under())) {
            say(said, fraction.over());
            said.say("by");
            say(said, fraction.under());
            return;
        }
        var plain = plainFraction(fraction);
        if (!plain.isEmpty()) {
            said.say(plain);
            return;
        }
        boolean sum = isSum(fraction.over());
        say(said, fraction.over());
        if (sum) {
            said.pause(PAUSE);
            said.say("all");
        }
        said.say("over");
        if ((isSum(fraction.under()) || factors(fraction.under()) > 1) && !begins(fraction.under())) {
            said.say("the quantity");
        }
        say(said, fraction.under());
    }

    /** {@code ½} and the like: "one half". */
    static String plainFraction(Fraction fraction) {
        if (!(fraction.over() instanceof Atom(Kind a, String over) && a == Kind.NUMBER && over.matches("[1-9]") && fraction.under() instanceof Atom(Kind b, String under) && b == Kind.NUMBER
                && under.matches("[2-9]|1[0-9]|20"))) {
            return "";
        }
        boolean several = !over.equals("1");
        var part = switch (under) {
            case "2" -> several ? "halves" : "half";
            case "4" -> several ? "quarters" : "quarter";
            default -> String.join(" ", Numbers.ordinal(Integer.parseInt(under))) + (several ? "s" : "");
        };
        return String.join(" ", Numbers.words(over)) + " " + part;
    }

    static boolean isPartial(Form form) {
        return form instanceof Row(List<Form> items) && items.size() > 1 && items.getFirst() instanceof Atom(Kind kind, String text) && text.equals("∂");
    }

    static boolean isSum(Form form) {
        return form instanceof Row(List<Form> items) && items.stream().skip(1).anyMatch(i -> i instanceof Atom(Kind kind, String text) && kind == Kind.OPERATOR && (SUMS.contains(text) || RELATIONS.contains(text)));
    }

    /** Whether a form begins with a sum sign or the like, whose name already says that a whole comes. */
    private static boolean begins(Form form) {
        return form instanceof Row(List<Form> items) && (items.getFirst() instanceof Limits || items.getFirst() instanceof Script(Form base, Form lower, Form upper) && base instanceof Atom(Kind kind, String text) && LARGE.contains(text));
    }

    /** How many factors that are no number stand side by side. */
    static long factors(Form form) {
        return form instanceof Row(List<Form> items) ? items.stream().filter(i -> !(i instanceof Atom(Kind kind, String text) && (kind == Kind.NUMBER || kind == Kind.OPERATOR))).count()
                : form instanceof Atom(Kind kind, String text) && kind == Kind.NUMBER ? 0 : 1;
    }

    /** Lines of an aligned formula, one statement after the other. */
    void rows(Said said, Table table) {
        for (var row : table.rows()) {
            said.pause(LONG_PAUSE);
            new Reading(this, said, row.stream().flatMap(cell -> cell instanceof Row(List<Form> items) ? items.stream() : java.util.stream.Stream.of(cell)).toList()).all();
        }
    }

    void matrix(Said said, Table table) {
        int columns = table.rows().stream().mapToInt(List::size).max().orElse(0);
        if (columns == 1 && table.rows().size() > 1) {
            said.say("the column");
            table.rows().forEach(row -> {
                say(said, row.getFirst());
                said.pause(PAUSE);
            });
        } else {
            said.say(table.rows().size() == 1 ? "the row" : "the matrix with rows");
            for (int i = 0; i < table.rows().size(); i++) {
                if (i > 0) {
                    said.pause(LONG_PAUSE);
                    said.say(i + 1 == table.rows().size() ? "and" : "");
                }
                table.rows().get(i).forEach(cell -> {
                    say(said, cell);
                    said.pause(PAUSE);
                });
            }
        }
    }

    /** A name by itself, as the table says it or by rule. */
    List<String> inner(Form form) {
        var said = new Said();
        say(said, form);
        return said.finished();
    }
}
