package lectern.site.book;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * A checksum by two polynomials: tells damage and change, not forgery, which nobody gains by in a book of his own. SHA-256 without the slower compiler
 * takes as long as printing the page.
 */
public final class Sum implements Checksum {
    private final CRC32 one = new CRC32();
    private final CRC32C other = new CRC32C();

    public Sum add(byte[] bytes) {
        update(bytes);
        return this;
    }

    /** A text and its end, so that two texts are never one longer one. */
    Sum add(String text) {
        update(text.getBytes(StandardCharsets.UTF_8));
        update(0xff); // in no text of UTF-8
        return this;
    }

    @Override
    public void update(int octet) {
        one.update(octet);
        other.update(octet);
    }

    @Override
    public void update(byte[] bytes, int from, int count) {
        one.update(bytes, from, count);
        other.update(bytes, from, count);
    }

    @Override
    public long getValue() {
        return one.getValue() << 32 | other.getValue();
    }

    @Override
    public void reset() {
        one.reset();
        other.reset();
    }

    /** 16 hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(getValue());
    }
}
