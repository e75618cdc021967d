package lectern.widgets.rotations;

import lectern.widgets.math.Num;
import lectern.widgets.math.Vec;
import lectern.widgets.rotation.Quaternion;
import lectern.widgets.widget.Event;

/** The wire after an event: rings and sliders set one angle, the fingertips turn the gripper by the shortest way. */
final class Turns {
    private static final double STEP = 0.01;
    private static final String[] ANGLES = {"roll", "pitch", "yaw"};

    private Turns() {}

    static Wire update(Wire wire, Event event) {
        if (event instanceof Event.Drag drag) {
            int ring = ring(drag.handle());
            return ring >= 0 ? rung(wire, ring, drag.x(), drag.y()) : drag.handle().equals("tips") ? pulled(wire, drag.x(), drag.y()) : wire;
        }
        if (event instanceof Event.Step step) {
            int ring = ring(step.handle());
            return ring >= 0 ? put(wire, ring, angles(wire)[ring] + STEP * (step.right() + step.up()))
                : step.handle().equals("tips") ? wire.turned(about(keyed(step.right(), step.up()), wire.meant())) : wire;
        }
        if (event instanceof Event.Limit limit) {
            int ring = ring(limit.handle());
            return ring >= 0 ? put(wire, ring, limit.upper() ? Math.PI : -Math.PI) : wire;
        }
        if (event instanceof Event.Put put) {
            int ring = ring(put.quantity());
            return ring >= 0 && put.value() - put.value() == 0 ? put(wire, ring, put.value()) : wire;
        }
        if (event instanceof Event.Choose choose) {
            int dialect = Dialect.find(choose.option());
            return choose.choice().equals("sign") ? wire.signed(choose.option().equals("minus"))
                : dialect < 0 ? wire : choose.choice().equals("from") ? wire.talking(dialect, wire.to()) : wire.talking(wire.from(), dialect);
        }
        return event instanceof Event.Press press && press.button().equals("random") ? random(wire) : wire;
    }

    private static int ring(String name) {
        for (int i = 0; i < ANGLES.length; i++) {
            if (ANGLES[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    static double[] angles(Wire wire) {
        return new double[] {wire.roll(), wire.pitch(), wire.yaw()};
    }

    private static Wire put(Wire wire, int ring, double value) {
        double[] angles = angles(wire);
        angles[ring] = value;
        return wire.turned(angles);
    }

    /** The angle at which the ring comes nearest to the pointer's direction; none while the ring is seen from its edge. */
    private static Wire rung(Wire wire, int ring, double x, double y) {
        double[][] basis = Picture.ring(wire, ring);
        double ux = Picture.RINGS.alongX(basis[0]);
        double uy = Picture.RINGS.alongY(basis[0]);
        double vx = Picture.RINGS.alongX(basis[1]);
        double vy = Picture.RINGS.alongY(basis[1]);
        double area = ux * vy - uy * vx;
        double[] middle = new double[3];
        double dx = x - Picture.RINGS.toX(middle);
        double dy = y - Picture.RINGS.toY(middle);
        return Math.abs(area) < 1 ? wire : put(wire, ring, Math.atan2((ux * dy - uy * dx) / area, (dx * vy - dy * vx) / area));
    }

    /** Turns the fingertips to the pointer on their ball, on the side of the screen where they are. */
    private static Wire pulled(Wire wire, double x, double y) {
        double[] tips = wire.meant().rotate(0, 0, 1);
        double[] flat = Vec.scaled(1 / Picture.TIPS, Picture.MEANT.point(x, y, 0));
        double size = Vec.norm(flat);
        double depth = Math.sqrt(Math.max(0, 1 - size * size)) * (Picture.MEANT.depth(tips) < 0 ? -1 : 1);
        double[] wanted = Vec.plusScaled(Vec.scaled(1 / Math.max(1, size), flat), depth, Picture.MEANT.towards());
        double[] axis = Vec.cross(tips, wanted);
        double sine = Vec.norm(axis);
        return sine < Num.EPSILON ? wire : wire.turned(about(Vec.scaled(Math.atan2(sine, Vec.dot(tips, wanted)) / sine, axis), wire.meant()));
    }

    /** Keys turn about the screen's upright and its level. */
    private static double[] keyed(double right, double up) {
        double unit = STEP * Picture.MEANT.scale();
        return Picture.MEANT.across(-up * unit, -right * unit);
    }

    /** A rotation, turned further by a rotation vector of the base frame. */
    private static Quaternion about(double[] vector, Quaternion rotation) {
        return Quaternion.ofRotationVector(vector).times(rotation);
    }

    private static Wire random(Wire wire) {
        int seed = wire.seed() % 999_999 + 1;
        return wire.turned(spread(seed, 1) * Math.PI, spread(seed, 2) * Wire.QUARTER, spread(seed, 3) * Math.PI).seeded(seed);
    }

    private static double spread(int seed, int draw) {
        return 2 * Num.random(seed, draw) - 1;
    }
}
