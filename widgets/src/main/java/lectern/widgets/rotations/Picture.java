package lectern.widgets.rotations;

import lectern.widgets.draw.Camera;
import lectern.widgets.draw.Element;
import lectern.widgets.draw.Marks;
import lectern.widgets.draw.Node;
import lectern.widgets.draw.Nodes;
import lectern.widgets.draw.Path;
import lectern.widgets.draw.Shown;
import lectern.widgets.draw.Solids;
import lectern.widgets.math.Mat;
import lectern.widgets.math.Vec;
import lectern.widgets.rotation.Euler;
import lectern.widgets.rotation.Quaternion;

/** The figure of the wire: the gripper meant and the gripper read, the rings of the three angles, the double cover, and 24 readings. */
final class Picture {
    /** How far the fingertips are from the centre, in the model units of the gripper. */
    static final double TIPS = 0.78;

    private static final double TURN = -0.9;
    private static final double TILT = 0.35;
    static final Camera MEANT = new Camera(128, 138, 104, TURN, TILT);
    static final Camera RINGS = new Camera(128, 372, 86, TURN, TILT);
    private static final Camera READ = new Camera(392, 138, 104, TURN, TILT);
    private static final double ARC = 1.08;

    private static final double COVER_X = 392;
    private static final double COVER_Y = 372;
    private static final double COVER = 70;

    private static final int COLUMNS = 6;
    private static final double TILE_X = 82;
    private static final double TILE_Y = 74;
    private static final double TOP = 534;

    private static final String[] ROLES = {"q1", "q2", "g"};
    private static final double[] RADII = {0.68, 0.84, 1};

    private Picture() {}

    static Node[] draw(Wire wire) {
        Nodes out = new Nodes();
        Quaternion meant = wire.meant();
        gripper(out, MEANT, meant);
        out.add(Marks.words("t f-ink2", 22, 30, "meant"), Marks.words("t f-ink2", 282, 30, wire.fits() ? "read" : "refused"),
            Marks.arrow("ink", 236, 138, 44, 0));
        if (wire.fits()) {
            read(out, meant, wire.heard());
        } else {
            out.add(Marks.circle("k-e d-e", 392, 138, 66), Marks.words("f-e", 366, 145, Dialect.of(wire.from()).size() + " ≠ " + Dialect.of(wire.to()).size()));
        }
        rings(out, wire);
        cover(out, wire);
        gallery(out, wire);
        return new Nodes().add(Element.of("g", "aria-hidden", "true").with(out.all())).add(grips(wire)).all();
    }

    /** What is read, over the outline of what is meant, and the geodesic between them. */
    private static void read(Nodes out, Quaternion meant, Quaternion heard) {
        gripper(out, READ, heard);
        double error = meant.distance(heard);
        out.add(glyph("k-ink dots2", READ, meant));
        if (error > 1e-3) {
            // the body axis that the turn moves most draws the arc
            double[] turn = meant.to(heard).rotationVector();
            int k = Math.abs(turn[0]) <= Math.abs(turn[1]) && Math.abs(turn[0]) <= Math.abs(turn[2]) ? 0 : Math.abs(turn[1]) <= Math.abs(turn[2]) ? 1 : 2;
            double[] start = {0, 0, 0};
            start[k] = ARC;
            double[] axis = Vec.scaled(1 / error, turn);
            double[] along = Vec.scaled(Vec.dot(axis, start), axis);
            double[] from = Vec.minus(start, along);
            double[] sideways = Vec.cross(axis, from);
            Mat R = meant.matrix();
            out.add(READ.arc("k-e arc", R.times(along), R.times(from), R.times(sideways), 0, error), tip(heard.rotate(start)));
        }
        out.add(Marks.words("f-e", 440, 32, Shown.fixed(error * RotationsWidget.DEGREES, 1) + "°"));
    }

    private static Element tip(double[] p) {
        double x = READ.toX(p);
        double y = READ.toY(p);
        return Marks.path("k-e w2", new Path().move(x - 6, y - 6).line(x + 6, y + 6).move(x - 6, y + 6).line(x + 6, y - 6));
    }

    /** Wrist, palm, two fingers along z, and on the side of x the camera that tells a half turn; axes x, y, z as in the rings. */
    private static void gripper(Nodes out, Camera camera, Quaternion rotation) {
        Mat R = rotation.matrix();
        Solids solids = new Solids(camera, 5)
            .capsule(R.times(new double[] {0, 0, -0.62}), R.times(new double[] {0, 0, -0.08}), 0.13)
            .capsule(R.times(new double[] {0, -0.42, 0}), R.times(new double[] {0, 0.42, 0}), 0.12)
            .capsule(R.times(new double[] {0, -0.36, 0.2}), R.times(new double[] {0, -0.36, TIPS - 0.1}), 0.09)
            .capsule(R.times(new double[] {0, 0.36, 0.2}), R.times(new double[] {0, 0.36, TIPS - 0.1}), 0.09)
            .capsule(R.times(new double[] {0.14, 0, -0.3}), R.times(new double[] {0.4, 0, -0.3}), 0.09);
        for (int front = 0; front < 2; front++) {
            for (int k = 0; k < 3; k++) {
                double[] axis = Vec.scaled(ARC, R.column(k));
                Path line = new Path();
                if (camera.depth(axis) >= 0 == (front == 1)) {
                    line.move(camera.toX(new double[3]), camera.toY(new double[3])).line(camera.toX(axis), camera.toY(axis));
                }
                out.add(line.mark("k-" + ROLES[k] + " w2 d-" + ROLES[k])); // empty on the other side, so that each mark keeps its place
            }
            if (front == 0) {
                out.add(solids.drawn());
            }
        }
    }

    /** The gripper as a line: finger, palm, finger, wrist, camera. */
    private static Element glyph(String css, Camera camera, Quaternion rotation) {
        Path path = new Path();
        glyph(path, camera, rotation);
        return Marks.path(css, path);
    }

    private static void glyph(Path path, Camera camera, Quaternion rotation) {
        double[][] line = {{0, -0.36, TIPS}, {0, -0.36, 0}, {0, 0.36, 0}, {0, 0.36, TIPS}, {0, 0, 0}, {0, 0, -0.62}, {0, 0, -0.3}, {0.44, 0, -0.3}};
        Mat R = rotation.matrix();
        for (int i = 0; i < line.length; i++) {
            double[] p = R.times(line[i]);
            if (i % 4 == 0 || i == 6) {
                path.move(camera.toX(p), camera.toY(p));
            } else {
                path.line(camera.toX(p), camera.toY(p));
            }
        }
    }

    /** Two directions in the plane of a ring; at its angle stands the first, turned towards the second. */
    static double[][] ring(Wire wire, int ring) {
        Mat yaw = Quaternion.about(2, wire.yaw()).matrix();
        Mat both = ring == 0 ? yaw.times(Quaternion.about(1, wire.pitch()).matrix()) : yaw;
        double[] first = ring == 2 ? new double[] {1, 0, 0} : both.column(ring == 1 ? 0 : 1);
        double[] second = ring == 2 ? new double[] {0, 1, 0} : ring == 1 ? new double[] {0, 0, -1} : both.column(2);
        return new double[][] {Vec.scaled(RADII[ring], first), Vec.scaled(RADII[ring], second)};
    }

    private static double[] knob(Wire wire, int ring) {
        double[][] basis = ring(wire, ring);
        double angle = Turns.angles(wire)[ring];
        return Vec.plusScaled(Vec.scaled(Math.cos(angle), basis[0]), Math.sin(angle), basis[1]);
    }

    private static void rings(Nodes out, Wire wire) {
        out.add(Marks.words("t f-ink2", 22, 272, wire.locked() ? "rings locked" : "three rings"));
        for (int ring = 2; ring >= 0; ring--) {
            double[][] basis = ring(wire, ring);
            out.add(RINGS.arc("k-" + ROLES[ring] + " w2 d-" + ROLES[ring], new double[3], basis[0], basis[1], -Math.PI, Math.PI));
        }
        for (int ring = 2; ring >= 0; ring--) {
            double[] p = knob(wire, ring);
            double x = RINGS.toX(p);
            double y = RINGS.toY(p);
            out.add(Marks.line("k-" + ROLES[ring], RINGS.toX(new double[3]), RINGS.toY(new double[3]), x, y),
                ring == 0 ? Marks.pin("q1", x, y, 8) : ring == 1 ? Marks.square("k-q2 joint", x, y, 7)
                    : Marks.path("k-g joint", new Path().move(x, y - 9).line(x + 9, y + 7).line(x - 9, y + 7).close()));
        }
    }

    /** q = (cos θ/2, sin θ/2 · axis) on the half circle of its rotation, and −q across. */
    private static void cover(Nodes out, Wire wire) {
        Quaternion q = wire.meant().canonical();
        double dx = COVER * q.w();
        double dy = -COVER * Math.sqrt(Math.max(0, 1 - q.w() * q.w()));
        int sent = wire.minus() ? -1 : 1;
        out.add(Marks.words("t f-ink2", 282, 272, "one turn, two q"), Marks.circle("k-faint", COVER_X, COVER_Y, COVER),
            Marks.line("k-hair", COVER_X - COVER - 14, COVER_Y, COVER_X + COVER + 14, COVER_Y), Marks.line("k-x dots2", COVER_X - dx, COVER_Y - dy, COVER_X + dx, COVER_Y + dy),
            Marks.diamond("k-x joint", COVER_X - sent * dx, COVER_Y - sent * dy, 9));
        if (wire.isQuaternion()) {
            out.add(Marks.diamond("f-x", COVER_X + sent * dx, COVER_Y + sent * dy, 11));
        } else {
            out.add(Marks.diamond("k-x joint", COVER_X + sent * dx, COVER_Y + sent * dy, 9));
        }
        out.add(Marks.label("q", "", "x", COVER_X + 1.3 * dx - 5, COVER_Y + 1.3 * dy + 6), 
            Marks.moved(COVER_X - 1.36 * dx - 14, COVER_Y - 1.36 * dy + 8, Marks.words("f-x", 0, 0, "−q")),
            Marks.symbol("w", "", "ink2", COVER_X + COVER + 22, COVER_Y + 6));
    }

    /** The triple by all labels: capitals turn about the gripper's own axes, small letters about fixed ones; framed what is meant and how it is read. */
    private static void gallery(Nodes out, Wire wire) {
        out.add(Marks.words("t f-ink2", 22, TOP - 50, "the three angles, read 24 ways"));
        Quaternion meant = wire.meant();
        Path wrong = new Path();
        Path right = new Path();
        for (int i = 0; i < Euler.COUNT; i++) {
            int row = i / COLUMNS;
            double x = 55 + i % COLUMNS * TILE_X;
            double y = TOP + row * TILE_Y;
            Euler order = Euler.at(i < Euler.COUNT / 2 ? 2 * i : 2 * i - Euler.COUNT + 1);
            Quaternion reading = order.rotation(wire.roll(), wire.pitch(), wire.yaw());
            glyph(reading.distance(meant) < 1e-6 ? right : wrong, new Camera(x, y, 29, TURN, TILT), reading);
            out.add(Marks.words("t f-ink2", x - 14, y + 38, label(order)));
        }
        out.add(Marks.path("k-ink", wrong), Marks.path("k-x w2", right));
    }

    private static String label(Euler order) {
        String text = "";
        for (int i = 0; i < 3; i++) {
            char axis = order.sequence().charAt(i);
            text += (char) (order.intrinsic() ? axis - 'x' + 'X' : axis);
        }
        return text;
    }

    private static Node[] grips(Wire wire) {
        double[] angles = Turns.angles(wire);
        double[] tips = wire.meant().rotate(0, 0, TIPS);
        return new Node[] {
            grip("yaw", "Ring of yaw", RINGS, knob(wire, 2), angles[2], Math.PI), grip("pitch", "Ring of pitch", RINGS, knob(wire, 1), angles[1], Wire.QUARTER),
            grip("roll", "Ring of roll", RINGS, knob(wire, 0), angles[0], Math.PI),
            grip("tips", "Fingertips of the gripper that is meant", MEANT, tips, wire.meant().angle(), Math.PI)};
    }

    private static Element grip(String name, String words, Camera camera, double[] p, double value, double limit) {
        return Marks.grip(name, words, camera.toX(p), camera.toY(p), value, limit, Shown.fixed(value, 3) + " rad");
    }
}
