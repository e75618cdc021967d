package lectern.site;

import java.net.InetAddress;

/**
 * Internet addresses that begin with the same bits: {@code 10.0.0.0/8}, or one address alone.
 *
 * @param bits how many of the first bits must agree
 */
public record AddressBlock(InetAddress first, int bits) {
    public AddressBlock {
        int length = 8 * first.getAddress().length;
        if (bits < 0 || bits > length) {
            throw new IllegalArgumentException("/" + bits + " is not from /0 to /" + length);
        }
    }

    /** Reads {@code ADDRESS} or {@code ADDRESS/BITS}; names are not looked up. */
    static AddressBlock of(String text) {
        int slash = text.indexOf('/');
        var first = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        return new AddressBlock(first, slash < 0 ? 8 * first.getAddress().length : Integer.parseInt(text.substring(slash + 1)));
    }

    public boolean holds(InetAddress address) {
        byte[] mine = first.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int i = 0; i < bits; i++) {
            if ((mine[i / 8] ^ other[i / 8]) >> 7 - i % 8 << 31 != 0) {
                return false;
            }
        }
        return true;
    }
}
