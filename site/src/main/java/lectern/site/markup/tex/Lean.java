package lectern.site.markup.tex;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * What KaTeX wrote, without what a page of ours does not need: the same picture in two thirds of the bytes.
 *
 * <p>A strut goes where the line that the formula stands in is higher anyway. The three spaces and two props that stand in every formula
 * become classes of the style sheet. The name space is known to HTML. The MathML keeps no copy of the TeX: nothing on the page reads it. A sign of
 * application that would be one element too many for its parent goes.
 *
 * <p>Read by hand: every formula of a book passes here, and a regular expression takes longer over it than KaTeX.
 */
final class Lean {
    /** A strut up to this height above and this depth below the base line, in em, is inside the line of text around it. */
    private static final double HEIGHT = 0.86;
    private static final double DEPTH = 0.26;

    private static final byte[] SPAN = ascii("<span class=\"");
    private static final byte[] STRUT = ascii("katex-strut\" style=\"height:");
    private static final byte[] DEEPER = ascii("vertical-align:-");
    private static final byte[] UNIT = ascii("em;");
    private static final byte[] END = ascii("\"></span>");
    private static final byte[] COPY = ascii("<annotation encoding=\"application/x-tex\">");
    /** The sign of application, which KaTeX writes behind a function's name even where its parent takes so many elements and no more. */
    private static final byte[] APPLIED = "<mo>\u2061</mo>".getBytes(StandardCharsets.UTF_8);
    private static final Set<String> COUNTED = Set.of("msub", "msup", "msubsup", "munder", "mover", "munderover", "mfrac", "mroot");

    private static final byte[] COPY_END = ascii("</annotation>");

    /** Text that is always written the same, and what stands for it. */
    private record Spare(byte[] text, byte[] instead) {
        Spare(String text, String instead) {
            this(ascii(text), ascii(instead));
        }
    }

    /** After the beginning of a span. */
    private static final Spare[] SPANS = {space("2778"), space("2222"), space("1667"), prop("2.7"), prop("3")};
    private static final Spare[] OTHERS = {new Spare("<math xmlns=\"http://www.w3.org/1998/Math/MathML\"", "<math"), new Spare("<semantics>", ""), new Spare("</semantics>", "")};

    private final byte[] html;
    private final ByteArrayOutputStream lean;
    private int copied;

    private Lean(byte[] html) {
        this.html = html;
        lean = new ByteArrayOutputStream(html.length);
    }

    /** The HTML of a formula without spare parts, both in UTF-8. */
    static byte[] of(byte[] html) {
        return new Lean(html).read();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static Spare space(String width) {
        return new Spare("mspace\" style=\"margin-right:0." + width + "em;\"></span>", "<span class=\"mspace k" + width.substring(0, 2) + "\"></span>");
    }

    private static Spare prop(String height) {
        return new Spare("pstrut\" style=\"height:" + height + "em;\"></span>", "<span class=\"pstrut k" + height.charAt(0) + "\"></span>");
    }

    private byte[] read() {
        for (int at = 0; at < html.length; at++) {
            if (html[at] == '<' && at >= copied) {
                boolean span = isAt(SPAN, at);
                int told = span ? at + SPAN.length : at;
                if (span && isAt(STRUT, told)) {
                    strut(at);
                } else if (isAt(APPLIED, at) && COUNTED.contains(parent(at))) {
                    instead(at, at + APPLIED.length, new byte[0]);
                } else if (isAt(COPY, at)) {
                    instead(at, indexOf(COPY_END, at) + COPY_END.length, new byte[0]);
                } else {
                    for (var spare : span ? SPANS : OTHERS) {
                        if (isAt(spare.text, told)) {
                            instead(at, told + spare.text.length, spare.instead);
                            break;
                        }
                    }
                }
            }
        }
        lean.write(html, copied, html.length - copied);
        return lean.toByteArray();
    }

    /** Name of the element around a place. */
    private String parent(int place) {
        int open = 0;
        for (int at = place - 1; at >= 0; at--) {
            if (html[at] == '<' && html[at + 1] == '/') {
                open++;
            } else if (html[at] == '<' && open-- == 0) {
                int end = at + 1;
                while (Character.isLetterOrDigit(html[end])) {
                    end++;
                }
                return new String(html, at + 1, end - at - 1, StandardCharsets.US_ASCII);
            }
        }
        return "";
    }

    private void strut(int at) {
        int total = at + SPAN.length + STRUT.length;
        int afterTotal = indexOf(UNIT, total);
        double height = number(total, afterTotal);
        int end = afterTotal + UNIT.length;
        double depth = 0;
        if (isAt(DEEPER, end)) {
            int deep = end + DEEPER.length;
            int afterDeep = indexOf(UNIT, deep);
            depth = number(deep, afterDeep);
            end = afterDeep + UNIT.length;
        }
        if (isAt(END, end) && depth <= DEPTH && height - depth <= HEIGHT) {
            instead(at, end + END.length, new byte[0]);
        }
    }

    private double number(int from, int to) {
        return Double.parseDouble(new String(html, from, to - from, StandardCharsets.US_ASCII));
    }

    private boolean isAt(byte[] text, int at) {
        if (at + text.length > html.length) {
            return false;
        }
        for (int i = 0; i < text.length; i++) {
            if (html[at + i] != text[i]) {
                return false;
            }
        }
        return true;
    }

    private int indexOf(byte[] text, int from) {
        int at = from;
        while (at < html.length && !isAt(text, at)) {
            at++;
        }
        return at;
    }

    private void instead(int from, int to, byte[] text) {
        lean.write(html, copied, from - copied);
        lean.write(text, 0, text.length);
        copied = to;
    }
}
