package lectern.site.narration.speech;

import java.util.List;
import java.util.Set;
import lectern.site.narration.speech.Form.Atom;
import lectern.site.narration.speech.Form.Fraction;
import lectern.site.narration.speech.Form.Kind;
import lectern.site.narration.speech.Form.Limits;
import lectern.site.narration.speech.Form.Root;
import lectern.site.narration.speech.Form.Script;
import lectern.site.narration.speech.Form.Table;
import org.jspecify.annotations.Nullable;

/** One row read from left to right: brackets are paired, factors multiplied, functions applied. */
final class Reading {
    private static final Set<String> COMPARISONS = Set.of("<", ">", "≤", "≥", "≈");

    private final MathSpeaker speaker;
    private final Said said;
    private final List<Form> items;
    private int at;
    /** Whether one thing was set beside another, so that a further comparison speaks of the last: "zero is less than eta, which is less than". */
    private boolean compared;
    /** Whether what was said last can be a factor of what comes next. */
    private boolean operand;

    Reading(MathSpeaker speaker, Said said, List<Form> items) {
        this.speaker = speaker;
        this.said = said;
        this.items = items;
    }

    void all() {
        boolean size = items.size() >= 3 && items.size() % 2 == 1;
        for (int i = 0; i < items.size() && size; i++) {
            size = i % 2 == 1 ? MathSpeaker.isOperator(items.get(i), "×") : items.get(i) instanceof Atom(Kind kind, String text) && kind != Kind.OPERATOR;
        }
        if (size) {
            speaker.sizes(said, items);
            return;
        }
        while (at < items.size()) {
            next();
        }
    }

    private void next() {
        var item = items.get(at);
        if (item instanceof Atom(Kind kind, String text) && kind == Kind.OPERATOR && !opens(text)) {
            at++;
            operator(text);
        } else {
            factor();
        }
    }

    private void operator(String text) {
        if (text.equals(MathSpeaker.APPLY) || text.isEmpty()) {
            return;
        }
        if (text.equals("/") && at < items.size() && items.get(at) instanceof Atom(Kind kind, String sign) && sign.equals("∂")) {
            said.say("by");
        } else if (leadsToDots(text)) {
            // "plus u two v two, and so on, plus": one plus is enough
            said.pause(MathSpeaker.PAUSE);
        } else if (text.equals("⊙")) {
            said.say("times").pause(MathSpeaker.PAUSE);
            said.say("entry by entry").pause(MathSpeaker.PAUSE);
        } else if (COMPARISONS.contains(text)) {
            if (compared && !said.rests()) {
                said.pause(MathSpeaker.PAUSE);
                said.say("which");
            }
            MathSpeaker.atom(said, new Atom(Kind.OPERATOR, text));
        } else if (text.equals(":") && items.subList(at, items.size()).stream().anyMatch(i -> MathSpeaker.isOperator(i, "→"))) {
            said.say("from");
        } else {
            MathSpeaker.atom(said, new Atom(Kind.OPERATOR, text));
        }
        compared = COMPARISONS.contains(text) || text.equals("=") || compared && !text.equals(",") && !text.equals(";") && !text.equals(Form.GAP_TEXT);
        operand = text.equals("!") || text.equals("%") || text.equals("°");
    }

    private boolean leadsToDots(String text) {
        return (MathSpeaker.SUMS.contains(text) || MathSpeaker.RELATIONS.contains(text)) && at < items.size() && items.get(at) instanceof Atom(Kind kind, String dots) && dots.matches("[…⋯]");
    }

    /** Whether a bracket or a bar begins something here. */
    private boolean opens(String text) {
        return switch (text) {
            case "(", "[", "{", "⟨", "⌊", "⌈" -> close(text) >= 0;
            case "∣", "|" -> (!operand || bar(text) >= 0) && bar(text) >= 0;
            case "∥", "‖" -> bar(text) >= 0;
            default -> false;
        };
    }

    private static boolean closes(Form form, String sign) {
        return MathSpeaker.isOperator(form, sign) || form instanceof Script(Form base, Form lower, Form upper) && MathSpeaker.isOperator(base, sign);
    }

    /** Index of the bar that pairs with the one here; -1 when there is none. */
    private int bar(String sign) {
        for (int i = at + 1; i < items.size(); i++) {
            if (closes(items.get(i), sign)) {
                return i > at + 1 ? i : -1;
            }
        }
        return -1;
    }

    private int close(String open) {
        // an interval may open with one bracket and close with the other
        var kinds = open.matches("[(\\[]") ? List.of("(", "[", ")", "]") : List.of(open, switch (open) {
            case "{" -> "}";
            case "⟨" -> "⟩";
            case "⌊" -> "⌋";
            default -> "⌉";
        });
        int half = kinds.size() / 2;
        int depth = 0;
        for (int i = at; i < items.size(); i++) {
            var item = items.get(i);
            if (kinds.subList(0, half).stream().anyMatch(sign -> MathSpeaker.isOperator(item, sign))) {
                depth++;
            } else if (kinds.subList(half, kinds.size()).stream().anyMatch(sign -> closes(item, sign)) && --depth == 0) {
                return i;
            }
        }
        // a brace that only opens stands before cases
        return open.equals("{") && items.size() > at + 1 && items.get(at + 1) instanceof Table ? at + 1 : -1;
    }

    /** One factor with all that belongs to it. */
    private void factor() {
        var item = items.get(at);
        boolean number = item instanceof Atom(Kind kind, String text) && kind == Kind.NUMBER;
        boolean afterNumber = at > 0 && (items.get(at - 1) instanceof Atom(Kind kind, String text) && kind == Kind.NUMBER || items.get(at - 1) instanceof Fraction f && !MathSpeaker.plainFraction(f).isEmpty());
        boolean bracket = item instanceof Atom(Kind kind, String text) && kind == Kind.OPERATOR;
        boolean words = item instanceof Atom(Kind kind, String text) && kind == Kind.WORDS;
        if (operand && !words && (number || !afterNumber || bracket) && !prefixed()) {
            said.say("times");
        }
        if (bracket) {
            fenced(false);
        } else if (isGradient(item)) {
            gradient();
        } else if (item instanceof Limits limits && limits.base() instanceof Atom(Kind kind, String text) && MathSpeaker.LARGE.contains(text) || item instanceof Script s && s.base() instanceof Atom(Kind k, String t) && MathSpeaker.LARGE.contains(t) && k == Kind.OPERATOR) {
            at++;
            speaker.say(said, item);
            operand = false;
            return;
        } else if (isFunction(item) || at + 1 < items.size() && MathSpeaker.isOperator(items.get(at + 1), MathSpeaker.APPLY)) {
            if (function()) {
                return;
            }
        } else {
            at++;
            speaker.say(said, item);
            if (item instanceof Fraction fraction && !MathSpeaker.isPartial(fraction.over()) && (MathSpeaker.isSum(fraction.over()) || MathSpeaker.isSum(fraction.under()) || MathSpeaker.factors(fraction.under()) > 1) && goesOn() || item instanceof Root(Form inside, Form degree) && MathSpeaker.isSum(inside) && goesOn()) {
                said.pause(MathSpeaker.PAUSE);
            }
        }
        operand = !words;
    }

    /** Whether what was said last is a sign that reaches for what follows: "delta W". */
    private boolean prefixed() {
        return items.get(at - 1) instanceof Atom(Kind kind, String text) && (text.equals("Δ") || text.equals("∂"));
    }

    private boolean goesOn() {
        return at < items.size() && !(items.get(at) instanceof Atom(Kind kind, String text) && kind == Kind.OPERATOR && (text.equals(",") || text.equals(";")));
    }

    private boolean isFunction(Form form) {
        var symbol = speaker.symbols.get(form instanceof Script(Form base, Form lower, Form upper) && !speaker.symbols.containsKey(form) ? new Script(base, lower, null) : form);
        if (symbol == null && form instanceof Script(Form base, Form lower, Form upper) && lower == null && !(upper instanceof Atom(Kind kind, String text) && text.equals("⊤"))) {
            symbol = speaker.symbols.get(base);
        }
        return symbol != null ? symbol.function() : name(form) instanceof Atom(Kind kind, String text) && (kind == Kind.NAME || MathSpeaker.USUAL.contains(text));
    }

    /** What scripts and limits hang on. */
    private static Form name(Form form) {
        return switch (form) {
            case Script(Form base, Form lower, Form upper) -> base;
            case Limits(Form base, Form under, Form over) -> base;
            default -> form;
        };
    }

    /** @return whether it ends with a sum sign or the like, that what comes next belongs to */
    private boolean function() {
        var name = items.get(at++);
        boolean applied = name(name) instanceof Atom(Kind kind, String text) && kind == Kind.NAME;
        said.all(speaker.inner(name));
        if (at < items.size() && MathSpeaker.isOperator(items.get(at), MathSpeaker.APPLY)) {
            at++;
        }
        if (at >= items.size()) {
            return false;
        }
        boolean ready = said.reaches();
        if (items.get(at) instanceof Atom(Kind kind, String text) && (text.equals("(") || text.equals("[")) && opens(text)) {
            said.say(ready ? "" : "of");
            fenced(true);
        } else if ((applied || ready) && !(items.get(at) instanceof Atom(Kind kind, String text) && kind == Kind.OPERATOR && !opens(text))) {
            said.say(ready ? "" : "of");
            operand = false;
            // a function written without brackets takes the whole product: "log of p y"
            factor();
            return !operand;
        }
        return false;
    }

    private boolean isGradient(Form form) {
        return form instanceof Atom(Kind kind, String text) && text.equals("∇") || form instanceof Script(Form base, Form lower, Form upper) && base instanceof Atom(Kind k, String t) && t.equals("∇");
    }

    /** The gradient of something, by something, at a place. */
    private void gradient() {
        var sign = items.get(at++);
        said.say("the gradient of");
        if (at < items.size()) {
            var of = items.get(at++);
            speaker.say(said, of);
        }
        if (sign instanceof Script(Form base, Form lower, Form upper) && lower != null) {
            said.say("by");
            speaker.say(said, lower);
        }
        if (at < items.size() && MathSpeaker.isOperator(items.get(at), "(") && opens("(")) {
            said.say("at");
            fenced(true);
        }
    }

    /** What stands in brackets or bars, with what hangs on the closing one. @param argument whether it is what a function is applied to */
    private void fenced(boolean argument) {
        var open = ((Atom) items.get(at)).text();
        boolean bars = open.matches("[∣|∥‖]");
        int end = bars ? bar(open) : close(open);
        var inside = items.subList(at + 1, items.get(end) instanceof Table ? end + 1 : end);
        var closing = items.get(end);
        at = end + 1;
        Form lower = closing instanceof Script(Form base, Form l, Form u) ? l : null;
        Form upper = closing instanceof Script(Form base, Form l, Form u) ? u : null;
        boolean list = inside.stream().anyMatch(i -> MathSpeaker.isOperator(i, ","));
        boolean single = inside.size() == 1 && !(inside.getFirst() instanceof Fraction f && upper != null && MathSpeaker.plainFraction(f).isEmpty()) || inside.size() == 2 && MathSpeaker.isOperator(inside.getFirst(), "−");
        if (bars) {
            bars(open, inside, lower);
            lower = null;
        } else if (inside.size() == 1 && inside.getFirst() instanceof Table table) {
            if (open.equals("{")) {
                speaker.rows(said, table);
            } else {
                speaker.matrix(said, table);
            }
        } else {
            if (!argument && !single || argument && upper != null && !single) {
                said.say(list ? open.equals("[") ? "the interval from" : open.equals("{") ? "the set of" : "the list" : "the quantity");
            }
            if (list && open.equals("[") && !argument) {
                inside.forEach(i -> {
                    if (MathSpeaker.isOperator(i, ",")) {
                        said.say("to");
                    } else {
                        speaker.say(said, i);
                    }
                });
            } else {
                new Reading(speaker, said, inside).all();
            }
        }
        boolean isLong = !single && !(bars && inside.size() < 3) || inside.getFirst() instanceof Table;
        if (upper != null || lower != null) {
            if (isLong || argument) { // "the gradient of L at w, transpose": it is not w that is
                said.pause(MathSpeaker.PAUSE);
            }
            if (lower != null) {
                said.say("at");
                speaker.lower(said, new Script(Form.NOTHING, lower, null));
            }
            speaker.upper(said, closing, upper);
        }
        if ((isLong || upper != null && argument) && goesOn()) {
            said.pause(MathSpeaker.PAUSE);
        }
    }

    private void bars(String open, List<Form> inside, @Nullable Form lower) {
        boolean norm = open.equals("∥") || open.equals("‖");
        if (lower != null) {
            said.say("the");
            speaker.say(said, lower);
            said.say("norm of");
        } else {
            said.say(norm ? "the norm of" : inside.size() == 1 && inside.getFirst() instanceof Table ? "the determinant of" : "the absolute value of");
        }
        new Reading(speaker, said, inside).all();
    }
}
