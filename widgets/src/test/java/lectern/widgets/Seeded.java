package lectern.widgets;

import java.util.Random;

/** The source of random numbers of a law: its seed is printed, and {@code -Dseed=} replays it. */
public final class Seeded {
    private Seeded() {}

    /** A generator for one law. */
    public static Random random(String law) {
        String given = System.getProperty("seed");
        long seed = given == null ? System.nanoTime() % 1_000_000_000L : Long.parseLong(given);
        System.out.println("law " + law + ": replay with -Dseed=" + seed);
        return new Random(seed);
    }
}
