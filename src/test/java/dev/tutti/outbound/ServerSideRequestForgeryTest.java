package dev.tutti.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways in which an address can lead inside, tried against a server on loopback that must never be visited. */
class ServerSideRequestForgeryTest {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress PUBLIC = InetAddress.ofLiteral("192.31.196.1");

    private Canary canary;

    @BeforeEach
    void open() throws IOException {
        canary = Canary.saying("secret");
    }

    @AfterEach
    void close() {
        canary.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:PORT/",
                "http://127.0.0.1.:PORT/",
                "http://127.1:PORT/",
                "http://127.0.1:PORT/",
                "http://2130706433:PORT/",
                "http://0x7f000001:PORT/",
                "http://0x7f.0.0.1:PORT/",
                "http://0x7f.1:PORT/",
                "http://0177.0.0.1:PORT/",
                "http://017700000001:PORT/",
                "http://127.0.0.01:PORT/",
                "http://0:PORT/",
                "http://0.0.0.0:PORT/",
                "http://[::]:PORT/",
                "http://[::1]:PORT/",
                "http://[0:0:0:0:0:0:0:1]:PORT/",
                "http://[::ffff:127.0.0.1]:PORT/",
                "http://[::ffff:7f00:1]:PORT/",
                "http://[::127.0.0.1]:PORT/",
                "http://[64:ff9b::7f00:1]:PORT/",
                "http://[64:ff9b::127.0.0.1]:PORT/",
                "http://[2002:7f00:1::]:PORT/",
                "http://[fe80::1]:PORT/",
                "http://[fc00::1]:PORT/",
                "http://[fd00:ec2::254]:PORT/",
                "http://localhost:PORT/",
                "http://LOCALHOST:PORT/",
                "http://localhost.:PORT/",
                "http://localhost.localdomain:PORT/",
                "http://inside.example:PORT/",
                "http://127.0.0.1:PORT\\@example.com/",
                "http://example.com@127.0.0.1:PORT/",
                "http://user:word@inside.example:PORT/",
                "http://127.0.0.1:PORT#@example.com",
                "http://127.0.0.1:PORT?@example.com",
                "http:\\\\127.0.0.1:PORT/",
                "http:/127.0.0.1:PORT/",
                "http:127.0.0.1:PORT",
                "  http://127.0.0.1:PORT/  ",
                "http://127.0.0.1\t:PORT/",
                "http://１２７.０.０.１:PORT/",
                "http://①②⑦.⓪.⓪.①:PORT/",
                "http://127。0。0。1:PORT/",
                "http://%31%32%37.0.0.1:PORT/",
                "https://127.0.0.1:PORT/",
                "HTTP://127.0.0.1:PORT/",
                "http://10.0.0.1:PORT/",
                "http://172.16.0.1/",
                "http://192.168.1.1/",
                "http://100.64.0.1/",
                "http://169.254.169.254/latest/meta-data/",
                "http://[fe80::a9fe:a9fe]/",
                "http://198.18.0.1/",
                "http://224.0.0.1/",
                "http://255.255.255.255/",
                "file:///etc/passwd",
                "ftp://127.0.0.1:PORT/",
                "gopher://127.0.0.1:PORT/_x",
                "jar:http://127.0.0.1:PORT!/x",
                "ws://127.0.0.1:PORT/",
                "//127.0.0.1:PORT/",
                "127.0.0.1:PORT",
                "localhost:PORT",
                ""
            })
    void noFormOfAnAddressLeadsInside(String form) {
        Outbound outbound = new Outbound(AllowedNetworks.NONE, _ -> List.of(LOOPBACK));
        Exchange exchange = outbound.send(Request.get(form.replace("PORT", Integer.toString(canary.port()))));
        assertThat(exchange)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.message(Locale.ENGLISH)).isNotBlank());
        assertThat(canary.visits()).isEmpty();
    }

    @Test
    void aNameThatChangesItsAddressNeverLeadsInside() {
        AtomicInteger lookups = new AtomicInteger();
        Dns rebinding = _ -> List.of(lookups.getAndIncrement() % 2 == 0 ? PUBLIC : LOOPBACK);
        Outbound outbound = new Outbound(AllowedNetworks.NONE, rebinding);
        for (int attempt = 0; attempt < 1000; attempt++) {
            outbound.send(Request.get("http://rebinding.example:" + canary.port() + "/"));
        }
        assertThat(lookups.get()).isGreaterThanOrEqualTo(1000);
        assertThat(canary.visits()).isEmpty();
    }

    @Test
    void theSocketRefusesEvenWhatALookupLetPass() throws IOException {
        Outbound outbound = new Outbound(AllowedNetworks.NONE);
        try (Socket socket = outbound.guardedSockets(Protocol.WEB).createSocket()) {
            assertThatThrownBy(() -> socket.connect(new InetSocketAddress(LOOPBACK, canary.port())))
                    .isInstanceOf(ForbiddenAddress.class);
        }
        assertThatThrownBy(() -> outbound.guardedSockets(Protocol.MAIL).createSocket("localhost", canary.port()))
                .isInstanceOf(ForbiddenAddress.class);
        assertThat(canary.visits()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data/",
                "http://10.0.0.1/",
                "//169.254.169.254/",
                "file:///etc/passwd",
                "http://[::ffff:169.254.169.254]/",
                "http://2852039166/"
            })
    void aRedirectInsideIsRefused(String inside) throws IOException {
        try (Canary outside = Canary.redirecting(302, inside)) {
            Outbound outbound =
                    new Outbound(() -> List.of(Network.parse("127.0.0.1").orElseThrow()));
            assertThat(outbound.send(Request.get(outside.url()))).isInstanceOf(Refused.class);
            assertThat(outside.visits()).hasSize(1);
        }
    }

    @Test
    void anAllowedNetworkIsReachedOnAnyPort() throws IOException {
        Outbound outbound =
                new Outbound(() -> List.of(Network.parse("127.0.0.0/8").orElseThrow()));
        Exchange exchange = outbound.send(Request.get(canary.url()));
        assertThat(exchange).isInstanceOf(Answer.class);
        try (Answer answer = (Answer) exchange) {
            assertThat(answer.body().readAllBytes()).asString().isEqualTo("secret");
        }
    }

    @Test
    void whatIsForbiddenAgainIsForbiddenOnOpenConnectionsToo() throws IOException {
        List<Network> networks = new java.util.concurrent.CopyOnWriteArrayList<>(
                List.of(Network.parse("127.0.0.0/8").orElseThrow()));
        Outbound outbound = new Outbound(() -> networks);
        try (Answer answer = (Answer) outbound.send(Request.get(canary.url()))) {
            answer.body().readAllBytes();
        }
        networks.clear();
        assertThat(outbound.send(Request.get(canary.url()))).isInstanceOf(Refused.class);
        assertThat(canary.visits()).hasSize(1);
    }
}
