package dev.tutti.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.outbound.Refused.Reason;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {

    private final Guard closed = new Guard(AllowedNetworks.NONE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0", "0.1.2.3", "10.0.0.1", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.254",
                "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.88.99.1",
                        "192.168.0.1",
                "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255",
                        "240.0.0.1",
                "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1",
                "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "2002:a9fe:a9fe::1", "3fff::1",
                "5f00::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fec0::1", "ff02::1"
            })
    void keepsEverySpecialAddressOut(String address) {
        assertThat(closed.refusal(InetAddress.ofLiteral(address), 443, Protocol.WEB))
                .get()
                .extracting(Refused::reason)
                .isEqualTo(Reason.PRIVATE_ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.1",
                "100.128.0.1",
                "172.32.0.1",
                "193.0.0.1",
                "2606:4700::1",
                "2a00::1"
            })
    void letsPublicAddressesPass(String address) {
        assertThat(closed.refusal(InetAddress.ofLiteral(address), 443, Protocol.WEB))
                .isEmpty();
    }

    @Test
    void asksForTheUsualPortsOfTheProtocol() {
        InetAddress somewhere = InetAddress.ofLiteral("1.1.1.1");
        assertThat(Stream.of(80, 443, 8080, 8443).map(port -> closed.refusal(somewhere, port, Protocol.WEB)))
                .allMatch(java.util.Optional::isEmpty);
        assertThat(Stream.of(22, 25, 3306, 5432, 6379, 9200, 11211)
                        .map(port -> closed.refusal(somewhere, port, Protocol.WEB)
                                .orElseThrow()
                                .reason()))
                .containsOnly(Reason.PORT);
        assertThat(closed.refusal(somewhere, 587, Protocol.MAIL)).isEmpty();
        assertThat(closed.refusal(somewhere, 443, Protocol.MAIL)).isPresent();
    }

    @Test
    void anAllowedNetworkLiftsThePortsToo() {
        Guard opened = new Guard(() -> List.of(Network.parse("10.1.0.0/16").orElseThrow()));
        assertThat(opened.refusal(InetAddress.ofLiteral("10.1.2.3"), 9999, Protocol.WEB))
                .isEmpty();
        assertThat(opened.refusal(InetAddress.ofLiteral("10.2.2.3"), 80, Protocol.WEB))
                .isPresent();
    }

    @Test
    void theMetadataOfCloudsOpensOnlyByItsOwnName() {
        InetAddress metadata = InetAddress.ofLiteral("169.254.169.254");
        Guard wide = new Guard(() -> List.of(Network.parse("0.0.0.0/0").orElseThrow()));
        assertThat(wide.refusal(metadata, 80, Protocol.WEB)).isPresent();
        assertThat(wide.refusal(InetAddress.ofLiteral("10.0.0.1"), 80, Protocol.WEB))
                .isEmpty();
        Guard named = new Guard(() -> List.of(Network.parse("169.254.169.254").orElseThrow()));
        assertThat(named.refusal(metadata, 80, Protocol.WEB)).isEmpty();
    }

    @Test
    void readsNetworksWithoutLookingNamesUp() {
        assertThat(Network.parse(" 10.0.0.0/8 ")).get().hasToString("10.0.0.0/8");
        assertThat(Network.parse("fd00::/8").orElseThrow().contains(InetAddress.ofLiteral("fd12::1")))
                .isTrue();
        assertThat(Network.parse("::/0").orElseThrow().contains(InetAddress.ofLiteral("10.0.0.1")))
                .isFalse();
        assertThat(Stream.of("localhost/8", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "", "/8")
                        .map(Network::parse))
                .allMatch(java.util.Optional::isEmpty);
    }
}
