package lectern.widgets.gradient;

import lectern.widgets.draw.Path;
import lectern.widgets.draw.View;

/** A loss of two weights, with its contour lines. */
final class Surface {
    /** Names in addresses, in the order of {@link #ALL}. */
    static final String[] NAMES = {"bowl", "valley", "saddle", "kink"};
    static final Surface[] ALL = {new Surface(0), new Surface(1), new Surface(2), new Surface(3)};

    /** Half the width and half the height of the map. */
    static final double WIDE = 2.4;
    static final double HIGH = 1.5;
    /** Difference of loss from one contour line to the next. */
    static final double LEVEL = 0.4;

    /** Length of the steps that measure a slope from one side. */
    private static final double SIDE = 1e-6;
    private static final int COLUMNS = 40;
    private static final int ROWS = 25;
    private static final int MOST_LEVELS = 14;

    private final int index;
    private String contours = "";

    private Surface(int index) {
        this.index = index;
    }

    /** x²/4 + y², (1 − x)²/4 + (y + 0.7 − x²/2)², (x² − y²)/2, |x| + y²/2. */
    double value(double x, double y) {
        double bend = y + 0.7 - x * x / 2;
        return index == 0 ? x * x / 4 + y * y : index == 1 ? (1 - x) * (1 - x) / 4 + bend * bend : index == 2 ? (x * x - y * y) / 2 : Math.abs(x) + y * y / 2;
    }

    /** Slopes along the axes; where there is a kink they belong to no plane. */
    double[] gradient(double x, double y) {
        double bend = y + 0.7 - x * x / 2;
        return index == 0 ? new double[] {x / 2, 2 * y} : index == 1 ? new double[] {(x - 1) / 2 - 2 * bend * x, 2 * bend}
            : index == 2 ? new double[] {x, -y} : new double[] {Math.signum(x), y};
    }

    /** Slope of a unit step in a direction, measured to one side only. */
    double slope(double x, double y, double angle) {
        return (value(x + SIDE * Math.cos(angle), y + SIDE * Math.sin(angle)) - value(x, y)) / SIDE;
    }

    /** Whether one plane gives the slopes in all directions. */
    boolean isSmooth(double x, double y) {
        return index < 3 || Math.abs(x) > SIDE;
    }

    /** The contour lines as path data, drawn once: straight pieces through the cells of a grid (marching squares). */
    String contours(View map) {
        if (contours.isEmpty()) {
            Path path = new Path();
            double[] corner = new double[(COLUMNS + 1) * (ROWS + 1)];
            for (int i = 0; i < corner.length; i++) {
                corner[i] = value(abscissa(i % (COLUMNS + 1)), ordinate(i / (COLUMNS + 1)));
            }
            for (int row = 0; row < ROWS; row++) {
                for (int column = 0; column < COLUMNS; column++) {
                    cell(path, map, corner, column, row);
                }
            }
            contours = path.data();
        }
        return contours;
    }

    private static double abscissa(double column) {
        return (2 * column / COLUMNS - 1) * WIDE;
    }

    private static double ordinate(double row) {
        return (2 * row / ROWS - 1) * HIGH;
    }

    private static void cell(Path path, View map, double[] corner, int column, int row) {
        int[] at = {row * (COLUMNS + 1) + column, row * (COLUMNS + 1) + column + 1, (row + 1) * (COLUMNS + 1) + column + 1, (row + 1) * (COLUMNS + 1) + column};
        double low = Math.min(Math.min(corner[at[0]], corner[at[1]]), Math.min(corner[at[2]], corner[at[3]]));
        double high = Math.max(Math.max(corner[at[0]], corner[at[1]]), Math.max(corner[at[2]], corner[at[3]]));
        for (int k = (int) Math.ceil(low / LEVEL); k <= Math.min(MOST_LEVELS, Math.floor(high / LEVEL)); k++) {
            // half a millionth above the level, so that no corner lies on it
            double level = k * LEVEL + 5e-7;
            boolean open = false;
            for (int side = 0; side < 4; side++) {
                double from = corner[at[side]] - level;
                double to = corner[at[(side + 1) % 4]] - level;
                if (from > 0 != to > 0) {
                    double part = from / (from - to);
                    double x = map.toX(abscissa(column + (side == 0 ? part : side == 1 ? 1 : side == 2 ? 1 - part : 0)));
                    double y = map.toY(ordinate(row + (side == 0 ? 0 : side == 1 ? part : side == 2 ? 1 : 1 - part)));
                    x = Math.floor(x * 10 + 0.5) / 10;
                    y = Math.floor(y * 10 + 0.5) / 10;
                    if (open) {
                        path.line(x, y);
                    } else {
                        path.move(x, y);
                    }
                    open = !open;
                }
            }
        }
    }
}
