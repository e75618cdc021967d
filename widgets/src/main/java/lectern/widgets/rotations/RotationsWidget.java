package lectern.widgets.rotations;

import lectern.widgets.draw.Node;
import lectern.widgets.draw.Shown;
import lectern.widgets.rotation.Euler;
import lectern.widgets.rotation.Quaternion;
import lectern.widgets.widget.Event;
import lectern.widgets.widget.Fields;
import lectern.widgets.widget.Quantity;
import lectern.widgets.widget.Widget;

/** The wire: a rotation meant by one program and read by another, with the rings, the double cover and the 24 readings of three angles. */
public final class RotationsWidget implements Widget<Wire> {
    static final double DEGREES = 180 / Math.PI;
    private static final double SAME = 1e-6;
    /** Below this a wrong reading passes for a right one, rad. */
    private static final double HIDDEN = 0.5 / DEGREES;

    @Override
    public String id() {
        return "rotations";
    }

    @Override
    public boolean plays(Wire wire) {
        return false;
    }

    @Override
    public Wire read(Fields fields) {
        return Wire.read(fields);
    }

    @Override
    public String write(Wire wire) {
        return wire.write();
    }

    @Override
    public Wire update(Wire wire, Event event) {
        return Turns.update(wire, event);
    }

    @Override
    public Node[] view(Wire wire) {
        return Picture.draw(wire);
    }

    @Override
    public String regime(Wire wire) {
        double error = wire.error();
        String told = !wire.fits() ? "Refused: the reader needs " + Dialect.of(wire.to()).size() + " numbers and gets " + Dialect.of(wire.from()).size()
                + ". A mistake of shape shows itself."
            : error < SAME ? "Read as meant." : error < HIDDEN ? "The mistake hides: the reader is off by less than half a degree." : "";
        return !wire.locked() ? told : told + (told.isEmpty() ? "" : " ") + "Gimbal lock: the rings of roll and yaw turn about one line, so only "
            + (wire.pitch() > 0 ? "yaw − roll" : "yaw + roll") + " counts.";
    }

    @Override
    public String describe(Wire wire) {
        String regime = regime(wire);
        return "Meant is a turn of " + Shown.value(wire.meant().angle() * DEGREES) + "°. It is written as " + Dialect.NAMES[wire.from()] + ", "
            + numbers(wire) + ", and read as " + Dialect.NAMES[wire.to()]
            + (wire.fits() ? ": off by " + Shown.value(wire.error() * DEGREES) + "°." : ".") + (regime.isEmpty() ? "" : " ") + regime;
    }

    static String numbers(Wire wire) {
        String text = "";
        for (double number : wire.numbers()) {
            text += (text.isEmpty() ? "(" : ", ") + Shown.fixed(number, 3);
        }
        return text + ")";
    }

    /** How many different rotations the 24 readings of the triple are. */
    private static int different(Wire wire) {
        Quaternion[] seen = new Quaternion[Euler.COUNT];
        int count = 0;
        for (int i = 0; i < Euler.COUNT; i++) {
            seen[count] = Euler.at(i).rotation(wire.roll(), wire.pitch(), wire.yaw());
            int same = 0;
            while (seen[same].distance(seen[count]) > SAME) {
                same++;
            }
            count += same == count ? 1 : 0;
        }
        return count;
    }

    @Override
    public String[] live(Wire wire) {
        double error = wire.error();
        return new String[] {
            numbers(wire), wire.fits() ? Shown.value(error * DEGREES) + "°" : "refused", wire.fits() ? Shown.value(error) + " rad" : "wrong shape",
            regime(wire), "" + different(wire), Dialect.KEYS[wire.from()], Dialect.KEYS[wire.to()], wire.sign()};
    }

    @Override
    public Quantity[] quantities(Wire wire) {
        return new Quantity[] {
            new Quantity("roll", wire.roll(), "rad", -Math.PI, Math.PI, 0.01, 3), new Quantity("pitch", wire.pitch(), "rad", -Wire.QUARTER, Wire.QUARTER, 0.01, 3),
            new Quantity("yaw", wire.yaw(), "rad", -Math.PI, Math.PI, 0.01, 3), Quantity.of("error", wire.error(), "rad"),
            Quantity.of("angle", wire.meant().angle(), "rad"), Quantity.of("w", Math.abs(wire.meant().w()), ""),
            Quantity.of("readings", different(wire), "")};
    }
}
