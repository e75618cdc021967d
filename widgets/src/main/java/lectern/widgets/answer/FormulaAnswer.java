package lectern.widgets.answer;

import java.util.List;
import lectern.widgets.expression.Formula;
import lectern.widgets.expression.Parsed;
import lectern.widgets.expression.Written;

/** A formula in named variables; another one is the same when both agree, with their slopes, at points chosen at random. */
record FormulaAnswer(Formula formula) implements Answer {
    private static final int POINTS = 12;
    private static final int TRIES = 400;
    private static final double NEAR = 1e-7;

    static FormulaAnswer of(String value, List<String> variables) {
        Parsed parsed = Formula.parse(value, variables);
        if (parsed instanceof Parsed.Mistake wrong) throw new IllegalArgumentException("value at character " + wrong.position() + ": " + wrong.words());
        return new FormulaAnswer(((Parsed.Read) parsed).formula());
    }

    @Override
    public Answer withValue(String value) {
        return of(value, formula.variables());
    }

    @Override
    public Verdict judge(String typed) {
        Parsed parsed = Formula.parse(typed, formula.variables());
        if (parsed instanceof Parsed.Mistake wrong) return Verdict.unreadable(wrong.position(), wrong.words());
        return compare(((Parsed.Read) parsed).formula());
    }

    @Override
    public String echo(String typed) {
        return Formula.parse(typed, formula.variables()) instanceof Parsed.Read read ? Written.of(read.formula()) : "";
    }

    private Verdict compare(Formula got) {
        if (agrees(got, 1, 0, 0)) return Verdict.of(Mistake.NONE);
        if (agrees(got, -1, 0, 0) || termSignsDiffer(got)) return Verdict.of(Mistake.SIGN);
        if (agrees(got, 2, 0, 0) || agrees(got, 0.5, 0, 0)) return Verdict.of(Mistake.FACTOR_2);
        int n = formula.variables().size();
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) if (agrees(got, 1, i, j)) return Verdict.of(Mistake.SWAPPED);
        }
        return Verdict.of(Mistake.OTHER);
    }

    /** Whether {@code got} is factor times this formula with variables i and j exchanged. */
    private boolean agrees(Formula got, double factor, int i, int j) {
        Points points = new Points(formula.variables().size());
        int found = 0;
        for (int tries = 0; found < POINTS && tries < TRIES; tries++) {
            double[] at = points.next(tries);
            double[] exchanged = at.clone();
            if (i != j) {
                exchanged[i] = at[j];
                exchanged[j] = at[i];
            }
            double expected = factor * formula.value(exchanged);
            if (Double.isNaN(expected) || Double.isInfinite(expected)) continue;
            found++;
            if (!near(expected, got.value(at))) return false;
            if (i == j && !sameSlopes(got.gradient(at), formula.gradient(at), factor)) return false;
        }
        return found == POINTS;
    }

    private static boolean sameSlopes(double[] got, double[] expected, double factor) {
        for (int k = 0; k < got.length; k++) {
            double slope = factor * expected[k];
            if (!Double.isNaN(slope) && !Double.isInfinite(slope) && !near(slope, got[k])) return false;
        }
        return true;
    }

    /** Whether exactly one term of the sum has the other sign. */
    private boolean termSignsDiffer(Formula got) {
        List<Formula> terms = formula.terms();
        if (terms.size() < 2 || terms.size() > 16) return false;
        for (int t = 0; t < terms.size(); t++) {
            Formula term = terms.get(t);
            Points points = new Points(formula.variables().size());
            int found = 0;
            boolean same = true;
            for (int tries = 0; same && found < POINTS && tries < TRIES; tries++) {
                double[] at = points.next(tries);
                double expected = formula.value(at) - 2 * term.value(at);
                if (Double.isNaN(expected) || Double.isInfinite(expected)) continue;
                found++;
                same = near(expected, got.value(at));
            }
            if (same && found == POINTS) return true;
        }
        return false;
    }

    private static boolean near(double expected, double got) {
        return Math.abs(got - expected) <= NEAR * (1 + Math.abs(expected));
    }

    /** Points that look random and are the same every time; every second one has positive coordinates, for logarithms and roots. */
    private static final class Points {
        private final double[] at;
        private int state = 12345;

        Points(int size) {
            at = new double[size];
        }

        double[] next(int n) {
            for (int i = 0; i < at.length; i++) {
                state = state * 1103515245 + 12345;
                double unit = (state >>> 8) / 16777216.0;
                at[i] = n % 2 == 0 ? 0.1 + 1.9 * unit : 4 * unit - 2;
            }
            return at;
        }
    }
}
