package lectern.site.markup.tex;

/**
 * What KaTeX wrote, without what a page of ours does not need: the same picture in two thirds of the bytes.
 *
 * <p>A strut goes where the line that the formula stands in is higher anyway. The three spaces and two props that stand in every formula
 * become classes of the style sheet. The name space is known to HTML. The MathML keeps no copy of the TeX: nothing on the page reads it.
 *
 * <p>Read by hand: every formula of a book passes here, and a regular expression takes longer over it than KaTeX.
 */
final class Lean {
    /** A strut up to this height above and this depth below the base line, in em, is inside the line of text around it. */
    private static final double HEIGHT = 0.86;
    private static final double DEPTH = 0.26;

    private static final String STRUT = "<span class=\"katex-strut\" style=\"height:";
    private static final String DEEPER = "vertical-align:-";
    private static final String UNIT = "em;";
    private static final String END = "\"></span>";
    private static final String SPAN_END = "</span>";
    private static final String COPY = "<annotation encoding=\"application/x-tex\">";
    private static final String COPY_END = "</annotation>";

    /** Text that is always written the same, and what stands for it. */
    private record Spare(String text, String instead) {}

    private static final Spare[] SPARES = {
            space("2778"), space("2222"), space("1667"), prop("2.7"), prop("3"),
            new Spare("<math xmlns=\"http://www.w3.org/1998/Math/MathML\"", "<math"), new Spare("<semantics>", ""), new Spare("</semantics>", "")};

    private final String html;
    private final StringBuilder lean;
    private int copied;

    private Lean(String html) {
        this.html = html;
        lean = new StringBuilder(html.length());
    }

    /** The HTML of a formula without spare parts. */
    static String of(String html) {
        return new Lean(html).read();
    }

    private static Spare space(String width) {
        return new Spare("<span class=\"mspace\" style=\"margin-right:0." + width + "em;\"></span>", "<span class=\"mspace k" + width.substring(0, 2) + "\"></span>");
    }

    private static Spare prop(String height) {
        return new Spare("<span class=\"pstrut\" style=\"height:" + height + "em;\"></span>", "<span class=\"pstrut k" + height.charAt(0) + "\"></span>");
    }

    private String read() {
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', Math.max(at + 1, copied))) {
            if (html.startsWith(SPAN_END, at)) {
                continue;
            }
            if (html.startsWith(STRUT, at)) {
                strut(at);
            } else if (html.startsWith(COPY, at)) {
                instead(at, html.indexOf(COPY_END, at) + COPY_END.length(), "");
            } else {
                for (var spare : SPARES) {
                    if (html.startsWith(spare.text, at)) {
                        instead(at, at + spare.text.length(), spare.instead);
                        break;
                    }
                }
            }
        }
        return lean.append(html, copied, html.length()).toString();
    }

    private void strut(int at) {
        int total = at + STRUT.length();
        int afterTotal = html.indexOf(UNIT, total);
        double height = Double.parseDouble(html.substring(total, afterTotal));
        int end = afterTotal + UNIT.length();
        double depth = 0;
        if (html.startsWith(DEEPER, end)) {
            int deep = end + DEEPER.length();
            int afterDeep = html.indexOf(UNIT, deep);
            depth = Double.parseDouble(html.substring(deep, afterDeep));
            end = afterDeep + UNIT.length();
        }
        if (html.startsWith(END, end) && depth <= DEPTH && height - depth <= HEIGHT) {
            instead(at, end + END.length(), "");
        }
    }

    private void instead(int from, int to, String text) {
        lean.append(html, copied, from).append(text);
        copied = to;
    }
}
