package lectern.widgets.rotations;

import lectern.widgets.draw.Element;
import lectern.widgets.draw.Node;
import lectern.widgets.widget.Preset;
import lectern.widgets.widget.Question;
import lectern.widgets.widget.Sheet;
import lectern.widgets.widget.Slots;
import lectern.widgets.widget.Symbol;
import lectern.widgets.widget.Widget;

/** Words and layout of the wire. */
public final class RotationsSheet implements Sheet<Wire> {
    private static final String[] LABELS = {"xyzw: SciPy, ROS, three.js", "wxyz: MuJoCo", "rotation vector", "rpy: ROS", "Euler XYZ: three.js", "rpy in degrees",
        "wxyz, inverse"};

    @Override
    public Widget<Wire> widget() {
        return new RotationsWidget();
    }

    @Override
    public String title() {
        return "One rotation, two conventions";
    }

    @Override
    public String units() {
        return "gripper in the base frame, z up; radians";
    }

    @Override
    public String[] model() {
        return new String[] {
            "A producer writes one rotation as numbers, a consumer reads the same numbers by its own convention; nothing else is lost on the way. "
                + "The error is the geodesic distance: the angle of the one turn that leads from the meant rotation to the one read.",
            "Roll, pitch and yaw turn about the fixed axes x, y and z in this order, which is the same as yaw, pitch and roll about the gripper's own axes: the "
                + "three rings. In the gallery capitals turn about the gripper's own axes, small letters about fixed ones, in the order of the letters; "
                + "the green one is what is meant. In the circle q stands at half the turn's angle; −q, across, is the same rotation.",
            "A reader that expects another count of numbers refuses them. Left out: positions, left-handed frames, and passive rotations other than the inverse. "
                + "Sources: Shepperd 1978; Bernardes and Viollet 2022; conventions from the documentation of SciPy, ROS, MuJoCo and three.js. Numbers checked against SciPy, "
                + "transforms3d and three.js."};
    }

    @Override
    public Question question() {
        return new Question("Three rollouts of one policy. Corrections of 1.5° work. A quarter turn about one axis works. A turn of 120° about a slanted axis "
            + "lands far off. Which bug?",
            new String[] {"xyzw read as wxyz", "rotation vector read as rpy", "degrees read as radians"}, 1, 2,
            "A rotation vector read as roll, pitch and yaw: exact about one axis, second order for small turns, and wrong for large slanted ones.");
    }

    @Override
    public Preset[] presets() {
        return new Preset[] {
            new Preset("quaternion", "xyzw read as wxyz", "from=xyzw&to=wxyz"),
            new Preset("small", "Rollout 1: a small turn", "rpy=0.00985094,-0.0200739,0.0149017&from=rotvec&to=rpy"),
            new Preset("large", "Rollout 3: a large turn", "rpy=1.5708,0,1.5708&from=rotvec&to=rpy"),
            new Preset("three", "three.js read as ROS", "from=xyz&to=rpy"),
            new Preset("degrees", "Degrees read as radians", "rpy=0.349066,-0.174533,0.610865&from=degrees&to=rpy"),
            new Preset("inverse", "Inverse frame", "from=inverse&to=wxyz"),
            new Preset("cover", "q sent as −q", "from=xyzw&to=xyzw&sign=minus"),
            new Preset("lock", "Gimbal lock", "rpy=0.4,1.5708,0.9&from=xyz&to=rpy"),
            new Preset("shape", "Wrong shape", "from=xyzw&to=rpy")};
    }

    @Override
    public String figure() {
        return "A gripper as it is meant and as it is read";
    }

    @Override
    public int height() {
        return 812;
    }

    @Override
    public String[] proof() {
        return new String[] {"misread", "euler", "gimbal", "double-cover", "axis-angle"};
    }

    @Override
    public int beside() {
        return 3;
    }

    @Override
    public Symbol[] symbols() {
        return new Symbol[] {
            new Symbol("r", "", "q1", "roll, about x"), new Symbol("p", "", "q2", "pitch, about y"), new Symbol("y", "", "g", "yaw, about z"),
            new Symbol("e", "", "e", "geodesic error"), new Symbol("θ", "", "ink", "angle of the meant turn"), new Symbol("w", "", "x", "scalar part, |cos θ/2|"),
            new Symbol("n", "", "ink", "different rotations among the 24 readings")};
    }

    @Override
    public Node[] readout(Slots slots) {
        return new Node[] {
            block("The numbers on the wire", slots.number("p", "")),
            block("The reader is off by", Element.of("p", "class", "line").with(slots.number("span", " f-e"), slots.number("span", "")),
                slots.of("p")),
            block("Different rotations among the 24 readings", slots.number("p", ""))};
    }

    private static Element block(String heading, Node... content) {
        Node[] all = new Node[content.length + 1];
        all[0] = Element.of("p", "class", "head").with(heading);
        System.arraycopy(content, 0, all, 1, content.length);
        return Element.of("div").with(all);
    }

    @Override
    public Node[] choices(Slots slots, String prefix) {
        return new Node[] {
            slots.choice(prefix, "from", "Written as", Dialect.KEYS, LABELS), slots.choice(prefix, "to", "Read as", Dialect.KEYS, LABELS),
            slots.choice(prefix, "sign", "Quaternion sent as", new String[] {"plus", "minus"}, new String[] {"q", "−q"}),
            Element.of("button", "class", "btn", "data-do", "press random").with("Random rotation")};
    }
}
