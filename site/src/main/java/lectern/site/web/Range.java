package lectern.site.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/** What a {@code Range} header asks for (RFC 9110, section 14.1). */
sealed interface Range {
    /** No range, one that is no range of bytes, or several, which a server may answer with the whole. */
    record Whole() implements Range {}

    /** Both ends included. */
    record Part(long from, long to) implements Range {}

    /** Beyond the end. */
    record Unsatisfiable() implements Range {}

    Range WHOLE = new Whole();

    Pattern ONE = Pattern.compile("bytes=\\s*(\\d{0,15})-(\\d{0,15})\\s*");

    static Range of(String header, long size) {
        var one = ONE.matcher(header);
        if (!one.matches() || one.group(1).isEmpty() && one.group(2).isEmpty()) {
            return WHOLE;
        }
        if (one.group(1).isEmpty()) {
            long last = Long.parseLong(one.group(2));
            return last == 0 || size == 0 ? new Unsatisfiable() : new Part(Math.max(0, size - last), size - 1);
        }
        long from = Long.parseLong(one.group(1));
        long to = one.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(one.group(2)));
        return from >= size ? new Unsatisfiable() : to < from ? WHOLE : new Part(from, to);
    }

    /** So many bytes of a stream. */
    final class Limited extends FilterInputStream {
        private long left;

        Limited(InputStream in, long length) {
            super(in);
            left = length;
        }

        @Override
        public int read() throws IOException {
            return left-- > 0 ? super.read() : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = left <= 0 ? -1 : super.read(bytes, offset, (int) Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }
    }
}
