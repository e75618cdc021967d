package lectern.widgets.answer;

import lectern.widgets.math.Digits;
import lectern.widgets.math.Mat;

/**
 * A number, vector or matrix, right within a tolerance and with or without its unit.
 *
 * @param numbers 1×1, 1×n or m×n
 */
record NumbersAnswer(Form form, Mat numbers, Answer.Tolerance tolerance, String unit) implements Answer {
    private static final double DEGREE = Math.PI / 180;
    private static final String[] DEGREES = {"degrees", "degree", "deg", "°"};

    /** What is asked for. */
    enum Form { NUMBER, VECTOR, MATRIX }

    @Override
    public Answer withValue(String value) {
        return new NumbersAnswer(form, NumberText.written(value, form), tolerance, unit);
    }

    @Override
    public int rows() {
        return form == Form.VECTOR ? numbers.columns() : form == Form.MATRIX ? numbers.rows() : 0;
    }

    @Override
    public int columns() {
        return form == Form.MATRIX ? numbers.columns() : form == Form.VECTOR ? 1 : 0;
    }

    @Override
    public Verdict judge(String typed) {
        NumberText read = read(typed);
        if (read instanceof NumberText.Unreadable wrong) return Verdict.unreadable(wrong.position(), wrong.words());
        return compare(((NumberText.Read) read).numbers());
    }

    @Override
    public String entries(String typed) {
        if (form == Form.NUMBER || !(read(typed) instanceof NumberText.Read read)) return "";
        Mat got = read.numbers();
        if (got.entries().length != numbers.entries().length || form == Form.MATRIX && got.rows() != numbers.rows()) return "";
        StringBuilder signs = new StringBuilder();
        for (int i = 0; i < got.entries().length; i++) signs.append(tolerance.near(numbers.entries()[i], got.entries()[i]) ? '+' : '-');
        return signs.toString();
    }

    @Override
    public String echo(String typed) {
        if (form == Form.NUMBER || !(read(typed) instanceof NumberText.Read read)) return "";
        Mat got = read.numbers();
        StringBuilder table = new StringBuilder("<mo>[</mo><mtable>");
        for (int r = 0; r < got.rows(); r++) {
            table.append("<mtr>");
            for (int c = 0; c < got.columns(); c++) table.append("<mtd><mn>").append(Digits.text(got.entries()[r * got.columns() + c], 4)).append("</mn></mtd>");
            table.append("</mtr>");
        }
        return table.append("</mtable><mo>]</mo>").toString();
    }

    /** The numbers in a text; a unit of degrees where radians are asked for is turned into them. */
    private NumberText read(String typed) {
        String text = typed.trim();
        double factor = 1;
        if (!unit.isEmpty() && text.endsWith(unit)) {
            text = text.substring(0, text.length() - unit.length());
        } else if (unit.startsWith("rad")) {
            String rest = unit.substring("rad".length());
            for (String degrees : DEGREES) {
                if (text.endsWith(degrees + rest)) {
                    text = text.substring(0, text.length() - degrees.length() - rest.length());
                    factor = DEGREE;
                    break;
                }
            }
        }
        NumberText read = NumberText.read(text, form);
        return factor != 1 && read instanceof NumberText.Read got ? new NumberText.Read(got.numbers().scaled(factor)) : read;
    }

    private Verdict compare(Mat got) {
        if (form == Form.VECTOR && got.rows() > 1 && got.columns() == 1) return compare(got.transposed());
        boolean sameShape = got.rows() == numbers.rows() && got.columns() == numbers.columns();
        if (sameShape && near(numbers, got)) return Verdict.of(Mistake.NONE);
        if (got.rows() == numbers.columns() && got.columns() == numbers.rows() && form == Form.MATRIX && near(numbers.transposed(), got)) {
            return Verdict.of(Mistake.TRANSPOSED);
        }
        if (!sameShape) {
            String shape = form == Form.VECTOR ? got.columns() + " numbers; " + numbers.columns() : got.shape() + "; " + numbers.shape();
            return new Verdict(Mistake.SHAPE, Mistake.SHAPE.words() + " This is " + shape + " is asked for.", -1);
        }
        if (signsDiffer(got)) return Verdict.of(Mistake.SIGN);
        if (near(numbers.scaled(2), got) || near(numbers.scaled(0.5), got)) return Verdict.of(Mistake.FACTOR_2);
        if (near(numbers.scaled(1 / DEGREE), got) || near(numbers.scaled(DEGREE), got)) return Verdict.of(Mistake.DEGREES);
        if (samePieces(got)) return Verdict.of(Mistake.SWAPPED);
        return Verdict.of(Mistake.OTHER);
    }

    private boolean near(Mat expected, Mat got) {
        for (int i = 0; i < expected.entries().length; i++) if (!tolerance.near(expected.entries()[i], got.entries()[i])) return false;
        return true;
    }

    private boolean signsDiffer(Mat got) {
        for (int i = 0; i < numbers.entries().length; i++) {
            double expected = numbers.entries()[i];
            if (!tolerance.near(expected, got.entries()[i]) && !tolerance.near(-expected, got.entries()[i])) return false;
        }
        return true;
    }

    /** Whether the same numbers occur, in other places. */
    private boolean samePieces(Mat got) {
        boolean[] used = new boolean[numbers.entries().length];
        for (double each : got.entries()) {
            int at = 0;
            while (at < used.length && (used[at] || !tolerance.near(numbers.entries()[at], each))) at++;
            if (at == used.length) return false;
            used[at] = true;
        }
        return true;
    }
}
