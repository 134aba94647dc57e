package dev.tutti.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells public addresses from all others, by the special-purpose registries of IANA (RFC 6890 and its successors). Of
 * IPv6 only 2000::/3 is public at all, which leaves out what embeds an IPv4 address (mapped, compatible, NAT64) as well
 * as loopback, link-local and unique local addresses.
 */
final class PublicAddresses {

    private static final List<Network> RESERVED_4 = networks(
            "0.0.0.0/8", // this host
            "10.0.0.0/8",
            "100.64.0.0/10", // shared by carriers
            "127.0.0.0/8",
            "169.254.0.0/16", // link-local, and the clouds' metadata
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // 6to4 relay
            "192.168.0.0/16",
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved, and broadcast

    private static final List<Network> PUBLIC_6 = networks("2000::/3");

    private static final List<Network> RESERVED_6 = networks(
            "2001::/23", // protocols, among them Teredo
            "2001:db8::/32",
            "2002::/16", // 6to4 embeds any IPv4 address
            "3fff::/20");

    private static final List<Network> LINK_LOCAL = networks("169.254.0.0/16", "fe80::/10");

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        return address instanceof Inet4Address
                ? !within(RESERVED_4, address)
                : within(PUBLIC_6, address) && !within(RESERVED_6, address);
    }

    static boolean linkLocal(InetAddress address) {
        return within(LINK_LOCAL, address);
    }

    private static boolean within(List<Network> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static List<Network> networks(String... texts) {
        return Stream.of(texts)
                .map(text -> Network.parse(text).orElseThrow(() -> new IllegalArgumentException(text)))
                .toList();
    }
}
