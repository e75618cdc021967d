package lectern.search.formula;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A formula as one line of atoms, the form in which formulas are compared: spacing, braces, fonts and order of scripts do not show. */
public record Line(List<Atom> atoms) {
    private static final int LONGEST = 600;
    private static final int LONGEST_LABEL = 60;

    public Line {
        atoms = List.copyOf(atoms);
    }

    public static Line ofMathMl(String mathMl) {
        return of(MathMl.read(mathMl));
    }

    /** @param macros TeX of each macro, by its name with the backslash */
    public static Line ofTex(String tex, Map<String, String> macros) {
        return of(Tex.read(tex, macros));
    }

    public boolean isEmpty() {
        return atoms.isEmpty();
    }

    /** How many signs it has. */
    public int signs() {
        return (int) atoms.stream().filter(Atom::isSign).count();
    }

    /** The terms it is indexed under: signs, each with the structures around it, neighbours; then the last two again without variables' names. */
    public Set<String> terms() {
        Set<String> terms = new LinkedHashSet<>();
        List<String> around = new ArrayList<>();
        String path = "<";
        for (int i = 0; i < atoms.size(); i++) {
            Atom atom = atoms.get(i);
            switch (atom.kind()) {
                case VARIABLE, CONSTANT -> {
                    terms.add(atom.label());
                    terms.add(atom.label() + path);
                    terms.add("?" + unified(atom) + path);
                }
                case OPEN -> {
                    around.add(atom.label());
                    path = path(around);
                }
                case CLOSE -> {
                    if (!around.isEmpty()) around.removeLast();
                    path = path(around);
                }
            }
            if (i + 1 < atoms.size()) terms.add(atom.label() + " " + atoms.get(i + 1).label());
            if (i + 2 < atoms.size()) {
                String three = "?" + unified(atom) + " " + unified(atoms.get(i + 1)) + " " + unified(atoms.get(i + 2)) + " ";
                terms.add(three);
                if (i + 3 < atoms.size()) terms.add(three + unified(atoms.get(i + 3)) + " ");
            }
        }
        return terms;
    }

    /** The innermost three structures, from within. */
    private static String path(List<String> around) {
        int last = around.size() - 1;
        return switch (last) {
            case -1 -> "<";
            case 0 -> "<" + around.get(0);
            case 1 -> "<" + around.get(1) + "<" + around.get(0);
            default -> "<" + around.get(last) + "<" + around.get(last - 1) + "<" + around.get(last - 2);
        };
    }

    private static String unified(Atom atom) {
        return atom.kind() == Atom.Kind.VARIABLE ? "v" : atom.label();
    }

    /** The line without what only lays out: a fraction is a slash, round brackets and the dot of a product are gone. */
    Line loose() {
        List<Atom> loose = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (Atom atom : atoms) {
            if (atom.kind() == Atom.Kind.OPEN) open.add(atom.label());
            String closed = atom.kind() == Atom.Kind.CLOSE && !open.isEmpty() ? open.removeLast() : "";
            boolean fraction = Set.of("num", "den").contains(closed) || atom.kind() == Atom.Kind.OPEN && Set.of("num", "den").contains(atom.label());
            if (closed.equals("num")) loose.add(Atom.sign("/", -1));
            else if (!fraction && !(atom.isSign() && Set.of("(", ")", "⋅").contains(atom.label()))) loose.add(atom);
        }
        return new Line(loose);
    }

    /** Its variables as words: {@code qdot}, {@code pi}, {@code pi0}. */
    public Set<String> words() {
        Set<String> words = new LinkedHashSet<>();
        for (int i = 0; i < atoms.size(); i++) {
            Atom atom = atoms.get(i);
            if (!atom.isSign()) continue;
            boolean marked = i > 0 && atoms.get(i - 1).label().startsWith("over ") && i + 1 < atoms.size() && atoms.get(i + 1).kind() == Atom.Kind.CLOSE;
            String word = atom.label() + (marked ? atoms.get(i - 1).label().substring(5) : "");
            words.add(word);
            int next = marked ? i + 2 : i + 1;
            boolean indexed = next + 2 < atoms.size() && atoms.get(next).label().equals("sub") && atoms.get(next + 1).isSign() && atoms.get(next + 2).kind() == Atom.Kind.CLOSE;
            if (indexed) words.add(word + atoms.get(next + 1).label());
        }
        return words;
    }

    /** TeX that shows this line. */
    public String tex() {
        StringBuilder tex = new StringBuilder();
        for (Atom atom : atoms) {
            switch (atom.kind()) {
                case VARIABLE -> tex.append(atom.label()).append(' ');
                case CONSTANT -> tex.append(Signs.tex(atom.label())).append(' ');
                case OPEN -> tex.append(switch (atom.label()) {
                    case "sub" -> "_{";
                    case "sup" -> "^{";
                    case "num" -> "\\frac{";
                    case "root" -> "\\sqrt{";
                    case "den", "index" -> "{";
                    default -> Signs.accent(atom.label()) + "{";
                });
                case CLOSE -> tex.append("} ");
            }
        }
        return tex.toString().strip();
    }

    /** The MathML this line was read from, the signs from one atom up to another with {@code class="match"}. */
    public String mark(String mathMl, int from, int to) {
        StringBuilder marked = new StringBuilder(mathMl);
        atoms.subList(from, to).stream().filter(atom -> atom.isSign() && atom.at() >= 0).mapToInt(Atom::at).distinct().boxed()
            .sorted((a, b) -> b - a).forEach(at -> {
                int name = at + 1;
                while (name < marked.length() && Character.isLetterOrDigit(marked.charAt(name))) name++;
                marked.insert(name, " class=\"match\"");
            });
        return marked.toString();
    }

    private static Line of(List<Atom> atoms) {
        List<Atom> line = new ArrayList<>();
        for (Atom atom : atoms) {
            Atom last = line.isEmpty() ? Atom.END : line.getLast();
            if (line.size() >= LONGEST) break;
            if (atom.label().length() > LONGEST_LABEL) continue;
            if (atom.kind() == Atom.Kind.CLOSE && (last.same(Atom.open("sub")) || last.same(Atom.open("sup")))) {
                line.removeLast(); // KaTeX writes an empty script beside \min's only one
                continue;
            }
            if (atom.isSign() && atom.label().equals("|") && last.isSign() && last.label().equals("|")) line.set(line.size() - 1, Atom.sign("∥", last.at()));
            else line.add(atom);
            boolean transposed = atom.kind() == Atom.Kind.CLOSE && line.size() >= 3 && last.label().equals("T") && line.get(line.size() - 3).label().equals("sup");
            if (transposed) line.set(line.size() - 2, Atom.sign("⊤", last.at()));
        }
        return new Line(line);
    }
}
