package dev.tutti.outbound;

import java.net.InetAddress;
import java.util.Optional;

/** A range of addresses in CIDR form, such as {@code 10.0.0.0/8} or {@code fd00::/8}. */
public record Network(InetAddress address, int prefix) {

    /** Reads {@code address/prefix}, or a single address; empty if it is neither. Names are not looked up. */
    public static Optional<Network> parse(String text) {
        throw new UnsupportedOperationException();
    }

    /** Whether the address lies in this range. */
    public boolean contains(InetAddress other) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String toString() {
        return address.getHostAddress() + "/" + prefix;
    }
}
