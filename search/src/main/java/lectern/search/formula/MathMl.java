package lectern.search.formula;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Presentation MathML, as KaTeX writes it or as a reader pastes it, read into a line of atoms. Reads whatever it is given. */
final class MathMl {
    private static final int DEEPEST = 200;
    private static final Set<String> LEAVES = Set.of("mi", "mo", "mn", "mtext", "ms");
    private static final Set<String> UNSEEN = Set.of("annotation", "annotation-xml", "mphantom", "mspace", "merror", "maligngroup");

    private static final Set<String> SCRIPTED = Set.of("msub", "msup", "munder", "mover", "msubsup", "munderover");

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern UNDRAWN = Pattern.compile("[\\u2061-\\u2064\\u200b\\ufeff]");
    private static final Pattern ENTITY = Pattern.compile("&(#?[A-Za-z0-9]{1,8});");

    private record Element(String name, String attributes, int at, List<Element> children, StringBuilder text) {
        boolean has(String attribute) {
            return attributes.contains(attribute);
        }
    }

    private MathMl() {}

    static List<Atom> read(String mathMl) {
        List<Atom> atoms = new ArrayList<>();
        write(tree(mathMl), atoms, 0);
        return atoms;
    }

    private static Element tree(String xml) {
        Element root = new Element("mrow", "", 0, new ArrayList<>(), new StringBuilder());
        Deque<Element> open = new ArrayDeque<>();
        open.push(root);
        int at = 0;
        while (at < xml.length()) {
            int tag = xml.indexOf('<', at);
            int end = tag < 0 ? -1 : xml.indexOf('>', tag);
            open.element().text.append(xml, at, tag < 0 ? xml.length() : tag);
            if (end < 0) break;
            String inside = xml.substring(tag + 1, end);
            if (inside.startsWith("/")) {
                String name = local(inside.substring(1).strip());
                if (open.size() > 1 && open.element().name.equals(name)) open.pop();
                else if (open.stream().limit(open.size() - 1L).anyMatch(element -> element.name.equals(name))) while (!open.pop().name.equals(name)) continue;
            } else if (!inside.startsWith("!") && !inside.startsWith("?")) {
                int blank = 0;
                while (blank < inside.length() && !Character.isWhitespace(inside.charAt(blank)) && inside.charAt(blank) != '/') blank++;
                Element element = new Element(local(inside.substring(0, blank)), inside.substring(blank), tag, new ArrayList<>(), new StringBuilder());
                open.element().children.add(element);
                if (!inside.endsWith("/") && open.size() < DEEPEST) open.push(element);
            }
            at = end + 1;
        }
        return root;
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private static void write(Element element, List<Atom> out, int depth) {
        if (depth > DEEPEST || UNSEEN.contains(element.name)) return;
        List<Element> inner = element.children;
        if (LEAVES.contains(element.name)) leaf(element, out);
        else if (element.name.equals("msqrt")) around("root", inner, out, depth);
        else if (inner.size() >= 2 && element.name.equals("mfrac")) {
            around("num", inner.subList(0, 1), out, depth);
            around("den", inner.subList(1, 2), out, depth);
        } else if (inner.size() >= 2 && element.name.equals("mroot")) {
            around("index", inner.subList(1, 2), out, depth);
            around("root", inner.subList(0, 1), out, depth);
        } else if (inner.size() >= 2 && (element.name.equals("mover") || element.name.equals("munder")) && isMark(element, inner.get(1))) {
            around((element.name.equals("mover") ? "over " : "under ") + Signs.normal(text(inner.get(1))), inner.subList(0, 1), out, depth);
        } else if (inner.size() >= 2 && SCRIPTED.contains(element.name)) {
            write(inner.get(0), out, depth + 1);
            boolean raised = element.name.equals("msup") || element.name.equals("mover");
            around(raised ? "sup" : "sub", inner.subList(1, 2), out, depth);
            if (inner.size() > 2) around("sup", inner.subList(2, 3), out, depth);
        } else if (element.name.equals("mtable") && element.has("width=\"100%\"") && numbered(inner)) {
            write(inner.getFirst().children.get(1), out, depth + 1);
        } else if (isUprightName(inner)) {
            out.add(Atom.sign(String.join("", inner.stream().map(MathMl::text).toList()), inner.getFirst().at));
        } else for (Element child : inner) write(child, out, depth + 1);
    }

    /** A row that KaTeX lays out for {@code \tag}: margin, formula, margin, number. */
    private static boolean numbered(List<Element> rows) {
        return !rows.isEmpty() && rows.getFirst().children.size() >= 3;
    }

    private static boolean isMark(Element element, Element mark) {
        return element.has("accent=\"true\"") || element.has("accentunder=\"true\"") || mark.has("stretchy=\"true\"") || "ˉ‾¯^ˆ~˜˙¨⃗".contains(text(mark)) && !text(mark).isEmpty();
    }

    private static boolean isUprightName(List<Element> inner) {
        return inner.size() > 1 && inner.stream().allMatch(child -> child.name.equals("mi") && child.has("\"normal\"") && text(child).length() == 1
            && Character.isLetter(text(child).charAt(0)));
    }

    private static void around(String structure, List<Element> inner, List<Atom> out, int depth) {
        out.add(Atom.open(structure));
        for (Element element : inner) write(element, out, depth + 1);
        out.add(Atom.END);
    }

    private static void leaf(Element element, List<Atom> out) {
        String text = text(element);
        if (element.name.equals("mtext")) {
            for (String word : BLANKS.split(text)) if (!word.isEmpty()) out.add(new Atom(Atom.Kind.CONSTANT, word, element.at));
        } else if (text.equals("≔") || text.equals(":=")) {
            out.add(Atom.sign(":", element.at));
            out.add(Atom.sign("=", element.at));
        } else if (!text.isEmpty()) {
            out.add(Atom.sign(BLANKS.matcher(text).replaceAll(""), element.at));
        }
    }

    /** The text in an element, entities read, without the characters that show nothing. */
    private static String text(Element element) {
        String all = element.text.toString();
        if (!element.children.isEmpty()) {
            StringBuilder whole = new StringBuilder(all);
            for (Element child : element.children) whole.append(text(child));
            all = whole.toString();
        }
        if (all.length() == 1 && all.charAt(0) > ' ' && all.charAt(0) < 128) return all;
        return UNDRAWN.matcher(entities(all)).replaceAll("").replace('\u00a0', ' ').strip();
    }

    private static String entities(String text) {
        if (text.indexOf('&') < 0) return text;
        return ENTITY.matcher(text).replaceAll(found -> Matcher.quoteReplacement(switch (found.group(1)) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            case "quot" -> "\"";
            case "apos" -> "'";
            case "nbsp" -> " ";
            default -> number(found.group(1));
        }));
    }

    private static String number(String entity) {
        try {
            int code = entity.startsWith("#x") ? Integer.parseInt(entity.substring(2), 16) : entity.startsWith("#") ? Integer.parseInt(entity.substring(1)) : -1;
            return Character.isValidCodePoint(code) ? Character.toString(code) : "";
        } catch (NumberFormatException notANumber) {
            return "";
        }
    }
}
