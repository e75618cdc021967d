package lectern.site.book;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * A checksum by two polynomials: tells damage and change, not forgery, which nobody gains by in a book of his own. SHA-256 without the slower compiler
 * takes as long as printing the page.
 */
public final class Sum {
    private final CRC32 one = new CRC32();
    private final CRC32C other = new CRC32C();

    public Sum add(byte[] bytes) {
        return add(bytes, 0, bytes.length);
    }

    public Sum add(byte[] bytes, int from, int count) {
        one.update(bytes, from, count);
        other.update(bytes, from, count);
        return this;
    }

    /** A text and its end, so that two texts are never one longer one. */
    Sum add(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
        one.update(0xff); // in no text of UTF-8
        other.update(0xff);
        return this;
    }

    long value() {
        return one.getValue() << 32 | other.getValue();
    }

    /** 16 hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(value());
    }
}
