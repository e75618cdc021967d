package lectern.site.web;

/**
 * The cover's drawing: one arm of seven joints, seen twice.
 * At the left 16 × 16 patches as a camera's encoder would cut them, at the right the mechanism with a torque at each joint.
 */
final class Cover {
    private static final int PATCHES = 16;
    private static final double PITCH = 30;
    private static final double FLOOR = 440;

    /** Link lengths from the base outwards, in drawing units. */
    private static final double[] LENGTHS = {112, 150, 152, 136, 92, 48, 22};

    /** Joint angles in degrees at the start and the end of the movement; the first from the x axis, each other from the link before. */
    private static final double[] START = {60, 48, 40, 28, 22, 24, 24};
    private static final double[] END = {108, 39, 16, 21, 27, 8, -4};

    private static final String ART = draw();

    private Cover() {}

    /** The drawing as SVG text; the same for every book and every request. */
    static String art() {
        return ART;
    }

    private static String draw() {
        double[][] arm = joints(1);
        var svg = new StringBuilder(24_000);
        svg.append("<svg class=\"art\" viewBox=\"0 0 1200 500\" role=\"img\" aria-label=\"One robot arm drawn twice: at the left as 256 camera patches, at the right as seven joints and their torques\">");
        patches(svg, arm);
        svg.append("<defs><clipPath id=\"right\"><path d=\"M490 0H1200V500H490z\"/></clipPath></defs><g clip-path=\"url(#right)\" fill=\"none\" stroke=\"currentColor\">");
        svg.append("<g stroke-width=\".7\">");
        for (int i = 0; i < 26; i++) {
            svg.append("<path opacity=\"").append(Poses.number(0.08 + 0.016 * i)).append("\" d=\"").append(line(joints(i / 26.0))).append("\"/>");
        }
        svg.append("</g><path stroke-width=\"1.2\" d=\"M490 ").append(Poses.number(FLOOR)).append("H1200\"/><path fill=\"currentColor\" d=\"M920 440l16-14h48l16 14z\"/>");
        svg.append("<path stroke-width=\"6\" stroke-linejoin=\"round\" d=\"").append(line(arm)).append("\"/>");
        for (int i = 0; i < LENGTHS.length; i++) {
            double link = Math.toDegrees(Math.atan2(arm[i][1] - arm[i + 1][1], arm[i + 1][0] - arm[i][0]));
            torque(svg, arm[i], 27 - 2.2 * i, END[i] >= 20 ? 1 : -1, i == 0 ? link - 90 : link + 180); // the first stands on the floor: beside it
        }
        for (int i = 0; i < LENGTHS.length; i++) {
            svg.append("<circle fill=\"var(--paper)\" stroke-width=\"3.4\" cx=\"").append(Poses.number(arm[i][0])).append("\" cy=\"").append(Poses.number(arm[i][1]))
                    .append("\" r=\"").append(Poses.number(11 - 0.8 * i)).append("\"/>");
        }
        return svg.append("</g></svg>").toString();
    }

    /** Joint positions from the base to the tip, {@code t} of the way through the movement. */
    private static double[][] joints(double t) {
        double[][] at = new double[LENGTHS.length + 1][];
        at[0] = new double[] {960, 426};
        double eased = t * t * (3 - 2 * t);
        double angle = 0;
        for (int i = 0; i < LENGTHS.length; i++) {
            angle += START[i] + eased * (END[i] - START[i]);
            double a = Math.toRadians(angle);
            at[i + 1] = new double[] {at[i][0] + LENGTHS[i] * Math.cos(a), at[i][1] - LENGTHS[i] * Math.sin(a)};
        }
        return at;
    }

    /** Each patch as dark as the arm, the floor and the light make its square of the same scene. */
    private static void patches(StringBuilder svg, double[][] arm) {
        svg.append("<g fill=\"currentColor\">");
        for (int row = 0; row < PATCHES; row++) {
            for (int column = 0; column < PATCHES; column++) {
                // the camera looks at the hand's end of the scene
                double x = 300 + (column + 0.5) * 28;
                double y = 40 + (row + 0.5) * 28;
                double ink = 0.05 + 0.004 * row + 0.62 * near(arm, x, y) + (y > FLOOR ? 0.13 : 0);
                svg.append("<path opacity=\"").append(Poses.number(Math.min(0.85, ink))).append("\" d=\"M").append(Poses.number(column * PITCH)).append(' ')
                        .append(Poses.number(10 + row * PITCH)).append("h28.5v28.5h-28.5z\"/>");
            }
        }
        svg.append("</g>");
    }

    /** 1 on the arm, falling to 0 at a patch's width from it. */
    private static double near(double[][] arm, double x, double y) {
        double least = Double.MAX_VALUE;
        for (int i = 0; i + 1 < arm.length; i++) {
            double dx = arm[i + 1][0] - arm[i][0];
            double dy = arm[i + 1][1] - arm[i][1];
            double along = Math.clamp(((x - arm[i][0]) * dx + (y - arm[i][1]) * dy) / (dx * dx + dy * dy), 0, 1);
            least = Math.min(least, Math.hypot(x - arm[i][0] - along * dx, y - arm[i][1] - along * dy));
        }
        return Math.max(0, 1 - least / 24);
    }

    /** An arc with a head around a joint, {@code middle} degrees from the x axis at its middle. */
    private static void torque(StringBuilder svg, double[] at, double radius, int turn, double middle) {
        double from = Math.toRadians(middle - 65 * turn);
        double to = Math.toRadians(middle + 65 * turn);
        double x = at[0] + radius * Math.cos(to);
        double y = at[1] - radius * Math.sin(to);
        double ahead = to + turn * Math.PI / 2;
        svg.append("<path stroke-width=\"1.5\" d=\"M").append(Poses.number(at[0] + radius * Math.cos(from))).append(' ').append(Poses.number(at[1] - radius * Math.sin(from)))
                .append('A').append(Poses.number(radius)).append(' ').append(Poses.number(radius)).append(" 0 0 ").append(turn > 0 ? 0 : 1).append(' ').append(Poses.number(x)).append(' ').append(Poses.number(y)).append("\"/>");
        svg.append("<path fill=\"currentColor\" stroke=\"none\" d=\"M").append(Poses.number(x + 9 * Math.cos(ahead))).append(' ').append(Poses.number(y - 9 * Math.sin(ahead)));
        for (int side = -1; side <= 1; side += 2) {
            svg.append('L').append(Poses.number(x + side * 4 * Math.cos(to))).append(' ').append(Poses.number(y - side * 4 * Math.sin(to)));
        }
        svg.append("z\"/>");
    }

    private static String line(double[][] at) {
        var d = new StringBuilder("M");
        for (int i = 0; i < at.length; i++) {
            d.append(i == 0 ? "" : "L").append(Poses.number(at[i][0])).append(' ').append(Poses.number(at[i][1]));
        }
        return d.toString();
    }
}
