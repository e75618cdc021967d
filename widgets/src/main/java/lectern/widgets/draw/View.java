package lectern.widgets.draw;

/**
 * The map from the model's plane (metres, y up) to the picture's (view units, y down).
 *
 * @param x view coordinates of the model's origin
 * @param scale view units per model unit along x
 * @param scaleY view units per model unit along y, positive for y up
 */
public record View(double x, double y, double scale, double scaleY) {

    /** The same scale on both axes. */
    public View(double x, double y, double scale) {
        this(x, y, scale, scale);
    }

    /** View coordinate of a model abscissa. */
    public double toX(double model) {
        return x + scale * model;
    }

    /** View coordinate of a model ordinate. */
    public double toY(double model) {
        return y - scaleY * model;
    }

    /** Model abscissa of a view coordinate. */
    public double fromX(double view) {
        return (view - x) / scale;
    }

    /** Model ordinate of a view coordinate. */
    public double fromY(double view) {
        return (y - view) / scaleY;
    }
}
