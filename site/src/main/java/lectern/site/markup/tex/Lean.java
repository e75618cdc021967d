package lectern.site.markup.tex;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lectern.site.markup.tex.Markup.Element;
import lectern.site.markup.tex.Markup.Text;

/**
 * What KaTeX wrote, without what a page of ours does not need: the same picture in two thirds of the bytes and three quarters of the elements.
 *
 * <p>A strut goes where the line that the formula stands in is higher anyway. A script that is a run of letters stands in the line, shifted, where
 * KaTeX builds a table for it. Classes that only KaTeX's own reckoning needs go, and a span that has nothing left goes with them. The three spaces and
 * two props that stand in every formula become classes of the style sheet. The name space is known to HTML. The MathML keeps no copy of the TeX: nothing
 * on the page reads it. A sign of application that would be one element too many for its parent goes.
 */
final class Lean {
    /** A strut up to this height above and this depth below the base line, in em, is inside the line of text around it. */
    private static final double HEIGHT = 0.86;
    private static final double DEPTH = 0.26;

    /** Classes that no style sheet knows. */
    private static final Set<String> SPARE = Set.of("mord", "mbin", "mrel", "mopen", "mclose", "mpunct", "minner", "mop", "mtight", "text", "enclosing");
    /** Classes of letters in a run; beside them, those that symbols wear. */
    private static final Set<String> LETTERS = Set.of("mathnormal", "mathit", "mathrm", "mathbf", "boldsymbol", "mathbb", "mathcal", "mathsf", "mathtt", "textrm", "textit", "textbf", "textsf", "texttt", "mainrm", "mspace");
    private static final String COLOUR = "s-";

    private static final String SCRIPTS = "msupsub";
    private static final List<String> SMALL = List.of("katex-sizing", "reset-size6", "size3");
    private static final double SMALL_SIZE = 0.7;
    private static final String LOW = "lo";
    private static final String HIGH = "hi";
    /** Shifts that the style sheet gives these classes, in em of the small size, downwards. */
    private static final String LOW_SHIFT = em(0.15);
    private static final String HIGH_SHIFT = em(-0.363);

    private static final String RIGHT = "margin-right:";
    private static final String LEFT = "margin-left:";
    private static final String UNIT = "em;";

    /** The sign of application, which KaTeX writes behind a function's name even where its parent takes so many elements and no more. */
    private static final String APPLIED = "\u2061";
    private static final Set<String> COUNTED = Set.of("msub", "msup", "msubsup", "munder", "mover", "munderover", "mfrac", "mroot");

    private Lean() {}

    /** The HTML of a formula without spare parts; what follows it is left as it is. */
    static String of(String answer) {
        if (!answer.startsWith("<")) {
            return answer;
        }
        int end = answer.indexOf('\u0001');
        var parts = Markup.read(end < 0 ? answer : answer.substring(0, end));
        var lean = new StringBuilder(answer.length());
        for (var part : parts) {
            if (part instanceof Element element) {
                simplify(element);
            }
            part.write(lean);
        }
        return end < 0 ? lean.toString() : lean.append(answer, end, answer.length()).toString();
    }

    private static void simplify(Element element) {
        if (element.name.equals("math")) {
            element.others = element.others.replace(" xmlns=\"http://www.w3.org/1998/Math/MathML\"", "");
            mathMl(element);
        } else if (element.is("katex-html")) {
            line(element, false);
        } else {
            element.children.forEach(child -> {
                if (child instanceof Element inner) {
                    simplify(inner);
                }
            });
        }
    }

    private static void mathMl(Element parent) {
        var kept = new ArrayList<Markup>();
        for (var child : parent.children) {
            if (!(child instanceof Element element)) {
                kept.add(child);
                continue;
            }
            mathMl(element);
            boolean applied = element.name.equals("mo") && element.children.equals(List.of(new Text(APPLIED))) && COUNTED.contains(parent.name);
            if (element.name.equals("semantics") || parent.name.equals("mtd") && element.name.equals("mstyle") && element.others.equals(" scriptlevel=\"0\" displaystyle=\"false\"")) {
                kept.addAll(element.children);
            } else if (!applied && !element.name.equals("annotation")) {
                kept.add(element);
            }
        }
        parent.children = kept;
    }

    /** @param open whether a child's place does not hang on its being an element of its own */
    private static void line(Element parent, boolean open) {
        var kept = new ArrayList<Markup>();
        for (var child : parent.children) {
            if (!(child instanceof Element given)) {
                kept.add(child);
            } else if (!isSpareStrut(given)) {
                var element = script(given).orElse(given);
                closeUp(kept, element);
                boolean bare = element.isBare();
                shorten(element);
                boolean spare = !bare && element.isBare() && element.name.equals("span");
                line(element, spare || element.classes.stream().allMatch(Lean::isOfALine) && !parent.is("vlist"));
                if (spare && open) {
                    kept.addAll(element.children);
                } else {
                    kept.add(element);
                }
            }
        }
        parent.children = kept;
    }

    private static boolean isOfALine(String cssClass) {
        return cssClass.equals("katex-base") || cssClass.equals(LOW) || cssClass.equals(HIGH) || cssClass.startsWith(COLOUR) || SMALL.contains(cssClass) || LETTERS.contains(cssClass);
    }

    private static boolean isSpareStrut(Element element) {
        double depth = -number(element.style, "vertical-align:");
        return element.is("katex-strut") && depth <= DEPTH && number(element.style, "height:") - depth <= HEIGHT;
    }

    /** A letter that leans out to the right keeps that space from its script above, and the one below takes it back: both say it for nothing. */
    private static void closeUp(List<Markup> before, Element script) {
        if (script.is(LOW) && !before.isEmpty() && before.getLast() instanceof Element letter && letter.style.startsWith(RIGHT)) {
            double back = number(script.style, LEFT);
            if (back < 0 && small(-number(letter.style, RIGHT)).equals(number(back)) && letter.style.indexOf(';') == letter.style.length() - 1) {
                letter.style = "";
                script.style = script.style.replace(LEFT + number(back) + UNIT, "");
            }
        }
    }

    /** One script that is a run of letters. */
    private static Optional<Element> script(Element element) {
        if (!element.classes.equals(List.of(SCRIPTS))) {
            return Optional.empty();
        }
        var scripts = element.child(0).child(0).child(0).children;
        var script = (Element) scripts.getFirst();
        if (scripts.size() > 1 || script.children.size() != 2) {
            return Optional.empty();
        }
        var letters = script.child(1);
        if (!letters.classes.containsAll(SMALL) || !isRun(letters)) {
            return Optional.empty();
        }
        double shift = number(script.child(0).style, "height:") + number(script.style, "top:");
        double left = number(script.style, LEFT);
        var shifted = em(shift);
        return Optional.of(new Element((shifted.equals(shift > 0 ? LOW_SHIFT : HIGH_SHIFT) ? "" : "top:" + shifted) + (left == 0 ? "" : LEFT + em(left)), shift > 0 ? LOW : HIGH, letters.children));
    }

    private static boolean isRun(Element letters) {
        return letters.children.stream().allMatch(child -> child instanceof Text || child instanceof Element inner && inner.name.equals("span") && inner.others.isEmpty()
                && (inner.style.isEmpty() || inner.style.startsWith(RIGHT)) && inner.classes.stream().allMatch(name -> SPARE.contains(name) || LETTERS.contains(name) || name.startsWith(COLOUR))
                && isRun(inner));
    }

    /** Says with fewer words what an element is. */
    private static void shorten(Element element) {
        element.classes = element.classes.stream().filter(name -> !SPARE.contains(name)).toList();
        var instead = switch (element.style) {
            case "margin-right:0.2778em;" -> "k27";
            case "margin-right:0.2222em;" -> "k22";
            case "margin-right:0.1667em;" -> "k16";
            case "height:2.7em;" -> "k2";
            case "height:3em;" -> "k3";
            default -> "";
        };
        if (!instead.isEmpty() && element.classes.equals(List.of(instead.length() == 3 ? "mspace" : "pstrut"))) {
            element.classes = Stream.concat(element.classes.stream(), Stream.of(instead)).toList();
            element.style = "";
        }
    }

    /** What a style gives a property, in em; 0 when it does not. */
    private static double number(String style, String property) {
        int at = style.indexOf(property);
        return at < 0 ? 0 : Double.parseDouble(style.substring(at + property.length(), style.indexOf("em", at)));
    }

    /** A length of KaTeX's as the small letters have it. */
    private static String em(double length) {
        return small(length) + UNIT;
    }

    private static String small(double length) {
        return number(length / SMALL_SIZE);
    }

    private static String number(double length) {
        return BigDecimal.valueOf(length).setScale(4, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
    }
}
