package lectern.widgets.draw;

import lectern.widgets.math.Vec;

/**
 * The map from the model's space (z up) to the picture's (view units, y down), without perspective: parallel lines stay parallel, and a ball is a
 * circle wherever it stands.
 */
public final class Camera {
    /** Straight pieces for a radian of an arc. */
    private static final double PIECES = 6;

    private final double x;
    private final double y;
    private final double scale;
    private final double[] right;
    private final double[] up;
    private final double[] near;

    /**
     * A camera that looks at the model's origin.
     *
     * @param x view coordinates of the origin, as {@code y}
     * @param scale view units per model unit
     * @param turn direction of the viewer about z, in rad; at 0 the viewer stands on the x axis
     * @param tilt height of the viewer above the floor, in rad
     */
    public Camera(double x, double y, double scale, double turn, double tilt) {
        this.x = x;
        this.y = y;
        this.scale = scale;
        double c = Math.cos(turn);
        double s = Math.sin(turn);
        right = new double[] {-s, c, 0};
        up = new double[] {-Math.sin(tilt) * c, -Math.sin(tilt) * s, Math.cos(tilt)};
        near = new double[] {Math.cos(tilt) * c, Math.cos(tilt) * s, Math.sin(tilt)};
    }

    /** View abscissa of a point. */
    public double toX(double[] p) {
        return x + scale * Vec.dot(right, p);
    }

    /** View ordinate of a point. */
    public double toY(double[] p) {
        return y - scale * Vec.dot(up, p);
    }

    /** How near a point is to the viewer, in model units: nearer is larger. */
    public double depth(double[] p) {
        return Vec.dot(near, p);
    }

    /** Direction to the viewer, of length 1. */
    public double[] towards() {
        return near.clone();
    }

    /** View units along x of a vector. */
    public double alongX(double[] v) {
        return scale * Vec.dot(right, v);
    }

    /** View units along y, downward, of a vector. */
    public double alongY(double[] v) {
        return -scale * Vec.dot(up, v);
    }

    /** The vector, parallel to the screen, that so many view units are. */
    public double[] across(double dx, double dy) {
        return Vec.plusScaled(Vec.scaled(dx / scale, right), -dy / scale, up);
    }

    /** The point at a place of the picture that is so near to the viewer. */
    public double[] point(double viewX, double viewY, double depth) {
        return Vec.plusScaled(across(viewX - x, viewY - y), depth, near);
    }

    /** Part of the circle c + cos t · u + sin t · v, from one angle to another. */
    public Element arc(String css, double[] c, double[] u, double[] v, double from, double to) {
        int pieces = 1 + (int) (Math.abs(to - from) * PIECES);
        Path path = new Path();
        for (int i = 0; i <= pieces; i++) {
            double t = from + (to - from) * i / pieces;
            double[] p = Vec.plusScaled(Vec.plusScaled(c, Math.cos(t), u), Math.sin(t), v);
            path.to(toX(p), toY(p));
        }
        return Marks.path(css, path);
    }

    /** View units per model unit. */
    public double scale() {
        return scale;
    }
}
