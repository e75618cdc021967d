package lectern.site.library;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A response ready to send: its bytes, and the same bytes compressed when a browser first asks for them so. */
public final class Body {
    private static final String HTML = "text/html; charset=utf-8";

    /** Brotli level on a reader's time: a 78 KB page costs 1.5 ms, against 117 ms at 11 for 15 % fewer bytes. */
    private static final Encoder.Parameters LEVEL = new Encoder.Parameters().setQuality(5);

    static {
        Brotli4jLoader.ensureAvailability();
    }

    private final String type;
    private final String hash;
    private final byte[] identity;
    private final boolean plain;
    private volatile byte @Nullable [] brotli;
    private volatile byte @Nullable [] gzip;

    private Body(String type, byte[] identity, boolean plain) {
        this.type = type;
        this.identity = identity;
        this.plain = plain;
        hash = hash(identity);
    }

    public static Body html(String html) {
        return html(html.getBytes(StandardCharsets.UTF_8));
    }

    /** @param html in UTF-8 */
    public static Body html(byte[] html) {
        return of(HTML, html);
    }

    /** A page that is asked for once, from beside: to compress it would take longer than to send it. */
    public static Body draft(byte[] html) {
        return new Body(HTML, html, true);
    }

    /** Compressed where that helps; pictures and fonts are sent as they are. */
    public static Body of(String type, byte[] bytes) {
        return new Body(type, bytes, !compresses(type));
    }

    public String type() {
        return type;
    }

    /** 16 hexadecimal digits that differ when the bytes do: the stem of the entity tags. */
    public String hash() {
        return hash;
    }

    /** Whether there is only one form of it. */
    public boolean isPlain() {
        return plain;
    }

    public byte[] identity() {
        return identity;
    }

    /** Makes both compressed forms now. */
    public void compress() {
        brotli();
        gzip();
    }

    /** Made when it is first asked for, if {@link #compress} was not before: no start waits for it. */
    public byte[] brotli() {
        byte[] known = brotli;
        if (known == null) {
            known = plain ? identity : brotlied();
            brotli = known;
        }
        return known;
    }

    /** As {@link #brotli}. */
    public byte[] gzip() {
        byte[] known = gzip;
        if (known == null) {
            known = plain ? identity : zipped();
            gzip = known;
        }
        return known;
    }

    private byte[] brotlied() {
        try {
            return Encoder.compress(identity, LEVEL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] zipped() {
        var zipped = new ByteArrayOutputStream(identity.length / 3);
        try (var out = new Gzip(zipped)) {
            out.write(identity);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }

    /** Gzip at its best level, which {@link GZIPOutputStream} has no parameter for. */
    private static final class Gzip extends GZIPOutputStream {
        Gzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }

    private static boolean compresses(String type) {
        return type.startsWith("text/") || type.startsWith("image/svg") || type.contains("json") || type.contains("xml");
    }

    /** 16 hexadecimal digits: two checksums by different polynomials. Nobody gains by forging a page of his own book, and SHA-256 takes as long as printing the page. */
    public static String hash(byte[] bytes) {
        var one = new CRC32();
        var other = new CRC32C();
        one.update(bytes);
        other.update(bytes);
        return HexFormat.of().toHexDigits(one.getValue() << 32 | other.getValue());
    }
}
