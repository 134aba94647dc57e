package dev.tutti.outbound;

import java.net.InetAddress;
import java.util.Optional;

/** A range of addresses in CIDR form, such as {@code 10.0.0.0/8} or {@code fd00::/8}. */
public record Network(InetAddress address, int prefix) {

    public Network {
        if (prefix < 0 || prefix > address.getAddress().length * 8) {
            throw new IllegalArgumentException("No such prefix: " + prefix);
        }
    }

    /** Reads {@code address/prefix}, or a single address; empty if it is neither. Names are not looked up. */
    public static Optional<Network> parse(String text) {
        String trimmed = text.strip();
        int slash = trimmed.indexOf('/');
        try {
            InetAddress address = InetAddress.ofLiteral(slash < 0 ? trimmed : trimmed.substring(0, slash));
            int whole = address.getAddress().length * 8;
            return Optional.of(
                    new Network(address, slash < 0 ? whole : Integer.parseInt(trimmed.substring(slash + 1))));
        } catch (IllegalArgumentException notANetwork) {
            return Optional.empty();
        }
    }

    /** Whether the address lies in this range. */
    public boolean contains(InetAddress other) {
        byte[] mine = address.getAddress();
        byte[] theirs = other.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((mine[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return address.getHostAddress() + "/" + prefix;
    }
}
