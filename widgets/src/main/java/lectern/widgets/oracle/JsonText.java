package lectern.widgets.oracle;

import java.util.ArrayList;
import java.util.List;

/** Reads and writes JSON on the JVM; the browser has its own. */
public final class JsonText {
    private static final int DEEPEST = 64;

    private final String text;
    private int at;

    private JsonText(String text) {
        this.text = text;
    }

    /** The value written in a text. */
    public static Json read(String text) {
        JsonText reader = new JsonText(text);
        Json value = reader.value(0);
        if (reader.next() != '\0') throw reader.wrong("more text after the value");
        return value;
    }

    /** The text of a value, without spaces. */
    public static String write(Json value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private Json value(int depth) {
        if (depth > DEEPEST) throw wrong("nested too deeply");
        char c = next();
        return switch (c) {
            case '{' -> fields(depth);
            case '[' -> items(depth);
            case '"' -> new Json.Text(string());
            case 't' -> word("true", new Json.Flag(true));
            case 'f' -> word("false", new Json.Flag(false));
            case 'n' -> word("null", new Json.Nothing());
            default -> number();
        };
    }

    private Json fields(int depth) {
        Json.Fields fields = new Json.Fields();
        at++;
        if (closes('}')) return fields;
        do {
            if (next() != '"') throw wrong("a name in quotes is expected");
            String name = string();
            if (next() != ':') throw wrong("a colon is expected");
            at++;
            fields.with(name, value(depth + 1));
        } while (goesOn('}'));
        return fields;
    }

    private Json items(int depth) {
        List<Json> items = new ArrayList<>();
        at++;
        if (closes(']')) return Json.of(items);
        do items.add(value(depth + 1)); while (goesOn(']'));
        return Json.of(items);
    }

    private boolean closes(char end) {
        if (next() != end) return false;
        at++;
        return true;
    }

    private boolean goesOn(char end) {
        char c = next();
        at++;
        if (c == ',') return true;
        if (c == end) return false;
        throw wrong("a comma or " + end + " is expected");
    }

    private Json number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) at++;
        try {
            return new Json.Number(Double.parseDouble(text.substring(start, at)));
        } catch (NumberFormatException e) {
            throw wrong("no value of JSON");
        }
    }

    private Json word(String word, Json value) {
        if (!text.startsWith(word, at)) throw wrong("no value of JSON");
        at += word.length();
        return value;
    }

    private String string() {
        StringBuilder out = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
            char c = text.charAt(at);
            if (c != '\\') {
                out.append(c);
            } else {
                at++;
                out.append(escaped());
            }
        }
        if (at >= text.length()) throw wrong("a text is never closed");
        at++;
        return out.toString();
    }

    private char escaped() {
        char c = at < text.length() ? text.charAt(at) : '\0';
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                if (at + 4 >= text.length()) throw wrong("an unknown escape");
                at += 4;
                yield (char) Integer.parseInt(text.substring(at - 3, at + 1), 16);
            }
            default -> throw wrong("an unknown escape");
        };
    }

    private char next() {
        while (at < text.length() && text.charAt(at) <= ' ') at++;
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private OracleException wrong(String what) {
        return new OracleException("not JSON at character " + at + ": " + what);
    }

    private static void write(Json value, StringBuilder out) {
        switch (value) {
            case Json.Number(var number) -> out.append(number == Math.rint(number) && Math.abs(number) < 1e15 ? Long.toString((long) number) : Double.toString(number));
            case Json.Text(var text) -> quote(text, out);
            case Json.Flag(var flag) -> out.append(flag);
            case Json.Nothing() -> out.append("null");
            case Json.Items(var items) -> {
                for (int i = 0; i < items.size(); i++) write(items.get(i), out.append(i == 0 ? '[' : ','));
                out.append(items.isEmpty() ? "[]" : "]");
            }
            case Json.Fields(var names, var values) -> {
                for (int i = 0; i < names.size(); i++) {
                    quote(names.get(i), out.append(i == 0 ? '{' : ','));
                    write(values.get(i), out.append(':'));
                }
                out.append(names.isEmpty() ? "{}" : "}");
            }
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') out.append('\\').append(c);
            else if (c < ' ') out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            else out.append(c);
        }
        out.append('"');
    }
}
