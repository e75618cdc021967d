package lectern.site.book;

import java.util.Map;

/**
 * How a book wants to be read aloud.
 *
 * @param name of the engine's voice; empty for the usual one
 * @param speed 1 for the voice's own
 * @param say words as they are written, {@code RT-1}, to how they are spoken, {@code R T one}
 */
public record Voice(String name, double speed, Map<String, String> say) {
    public static final Voice USUAL = new Voice("", 1, Map.of());

    public Voice {
        say = Map.copyOf(say);
    }
}
