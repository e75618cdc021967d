package lectern.site.markup.html;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A piece of HTML as the bytes it is sent in: a formula's one minus sign makes a text of Java's twice as long. */
public final class Html {
    private final byte[] utf8;

    private Html(byte[] utf8) {
        this.utf8 = utf8;
    }

    public static Html of(String html) {
        return new Html(html.getBytes(StandardCharsets.UTF_8));
    }

    /** @param utf8 not to be changed afterwards */
    public static Html of(byte[] utf8) {
        return new Html(utf8);
    }

    /** UTF-8; not to be changed. */
    public byte[] bytes() {
        return utf8;
    }

    public boolean isEmpty() {
        return utf8.length == 0;
    }

    @Override
    public String toString() {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Html html && Arrays.equals(html.utf8, utf8);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(utf8);
    }
}
