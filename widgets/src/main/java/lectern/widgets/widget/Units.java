package lectern.widgets.widget;

/** Angles as the reader wants them: inside always radians, shown in radians or degrees. */
public final class Units {
    private static final double DEGREES = 180 / Math.PI;

    private Units() {}

    /** How many shown units a unit of the model is. */
    public static double factor(String unit, boolean degrees) {
        return degrees && unit.startsWith("rad") ? DEGREES : 1;
    }

    /** The unit's shown name: {@code rad/s} becomes {@code °/s}. */
    public static String name(String unit, boolean degrees) {
        return degrees && unit.startsWith("rad") ? "°" + unit.substring(3) : unit;
    }

    /** A quantity in the shown unit. */
    public static Quantity shown(Quantity quantity, boolean degrees) {
        return new Quantity(quantity.symbol(), quantity.name(), quantity.value() * factor(quantity.unit(), degrees), name(quantity.unit(), degrees));
    }
}
