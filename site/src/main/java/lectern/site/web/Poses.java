package lectern.site.web;

/** The mark of a section: a two-link arm whose first joint is turned by the chapter and whose second by the section. */
public final class Poses {
    private static final String LINE = "fill=\"none\" stroke=\"currentColor\"";

    private Poses() {}

    /** A plane point in SVG units, y down. */
    private record P(double x, double y) {
        /** The point {@code length} away in the direction {@code degrees}, measured counter-clockwise from x. */
        P step(double length, double degrees) {
            double a = Math.toRadians(degrees);
            return new P(x + length * Math.cos(a), y - length * Math.sin(a));
        }

        @Override
        public String toString() {
            return number(x) + " " + number(y);
        }
    }

    /** The mark for {@code 3.1} or {@code A.2}, 64 × 64 units, for lists; nothing for an unnumbered page. */
    public static String mark(String number) {
        if (number.isEmpty()) {
            return "<span class=\"pose\"></span>";
        }
        P base = new P(32, 56);
        P elbow = base.step(24.15, shoulder(number));
        P tip = elbow.step(21, shoulder(number) + elbowAngle(number));
        return "<svg class=\"pose\" viewBox=\"0 0 64 64\" aria-hidden=\"true\"><path d=\"M20 59.5H44\" stroke=\"currentColor\" stroke-width=\"1.5\"/>"
                + path("M" + base + "L" + elbow + "L" + tip, "2.6\" stroke-linejoin=\"round")
                + disc(base, 3.4, "fill=\"currentColor\"") + disc(elbow, 3.4, "fill=\"var(--paper,#fff)\" stroke=\"currentColor\" stroke-width=\"2\"")
                + path(fingers(tip, shoulder(number) + elbowAngle(number), 5.5), "2\" stroke-linecap=\"round") + "</svg>";
    }

    /** The opener's drawing: the same arm, larger, with its reach and both angles named. */
    public static String opener(String number) {
        if (number.isEmpty()) {
            return "";
        }
        double q1 = shoulder(number);
        double q12 = q1 + elbowAngle(number);
        P base = new P(52, 86);
        P elbow = base.step(30, q1);
        P tip = elbow.step(25, q12);
        String[] parts = number.split("\\.");
        String section = parts.length > 1 ? parts[1] : "";
        P arc1 = base.step(14, q1);
        P straight = elbow.step(20, q1);
        P arcFrom = elbow.step(11, q1);
        P arcTo = elbow.step(11, q12);
        P name1 = base.step(18.5, q1 / 2).step(2.5, -90);
        P name2 = elbow.step(16, (q1 + q12) / 2).step(2.5, -90);
        return "<svg class=\"pose\" viewBox=\"0 24 110 70\" role=\"img\" aria-label=\"The mark of section " + number
                + ": a two-link arm; the chapter turns the first joint, the section the second\">"
                + "<g fill=\"none\" stroke=\"var(--line-1)\" stroke-width=\".5\"><path d=\"M107 86A55 55 0 0 0 2 63.09\" stroke-dasharray=\".5 2.2\" stroke-linecap=\"round\"/>"
                + "<path d=\"M" + base + "H76M66 86A14 14 0 0 0 " + arc1 + "M" + elbow + "L" + straight + "M" + arcFrom + "A11 11 0 0 1 " + arcTo + "\"/>"
                + "<path d=\"M32 90H72\" stroke=\"currentColor\" stroke-width=\".8\"/></g>"
                + path("M" + base + "L" + elbow + "L" + tip, "2") + path(fingers(tip, q12, 6), "1.3\" stroke-linecap=\"round")
                + disc(base, 3, "fill=\"currentColor\"") + disc(elbow, 2.8, "fill=\"var(--paper)\" stroke=\"currentColor\" stroke-width=\"1.4\"")
                + "<g class=\"names\" fill=\"var(--ink-2)\" text-anchor=\"middle\">" + name(name1, parts[0]) + name(name2, section) + "</g></svg>";
    }

    /** Degrees of the first joint: chapter 3 stands at 129, and each chapter turns 7 further down; appendix A follows chapter 15. */
    private static double shoulder(String number) {
        String chapter = number.split("\\.")[0];
        int index = chapter.chars().allMatch(Character::isDigit) ? Math.min(99, Integer.parseInt("0" + chapter)) : 16 + (chapter.charAt(0) - 'A');
        return 150 - 7.0 * index;
    }

    /** Degrees of the second joint, relative to the first link. */
    private static double elbowAngle(String number) {
        String[] parts = number.split("\\.");
        int section = parts.length > 1 && parts[1].chars().allMatch(Character::isDigit) && parts[1].length() < 3 ? Integer.parseInt("0" + parts[1]) : 0;
        return -(18 + 25.0 * section);
    }

    private static String fingers(P tip, double direction, double length) {
        return "M" + tip + "L" + tip.step(length, direction + 34) + "M" + tip + "L" + tip.step(length, direction - 34);
    }

    private static String path(String d, String width) {
        return "<path d=\"" + d + "\" " + LINE + " stroke-width=\"" + width + "\"/>";
    }

    private static String disc(P at, double r, String look) {
        return "<circle cx=\"" + number(at.x) + "\" cy=\"" + number(at.y) + "\" r=\"" + number(r) + "\" " + look + "/>";
    }

    private static String name(P at, String text) {
        return "<text x=\"" + number(at.x) + "\" y=\"" + number(at.y) + "\">" + text + "</text>";
    }

    /** Two decimals, without zeros at the end. */
    static String number(double value) {
        long hundredths = Math.round(Math.abs(value) * 100);
        var text = new StringBuilder(value < 0 && hundredths > 0 ? "-" : "").append(hundredths / 100);
        if (hundredths % 100 != 0) {
            text.append('.').append(hundredths / 10 % 10);
            if (hundredths % 10 != 0) {
                text.append(hundredths % 10);
            }
        }
        return text.toString();
    }
}
