package dev.tutti.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import dev.tutti.testing.Databases;
import dev.tutti.testing.GroundFloor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real mail server and a real web server on loopback, which the open floor allows and the closed one does not. */
class TrialsTest {

    private static GroundFloor open;
    private static GroundFloor closed;
    private static GreenMail mail;
    private static HttpServer web;

    @BeforeAll
    static void start() throws Exception {
        open = GroundFloor.open(Databases.h2(), "tutti.outbound.allow=127.0.0.0/8,10.0.0.0/8");
        closed = GroundFloor.open(Databases.h2());
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.setUser("robot@example.com", "robot", "right");
        mail.start();
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/", exchange -> {
            boolean right = "Bearer right".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(right ? 204 : 401, -1);
            exchange.close();
        });
        web.start();
    }

    @AfterAll
    static void stop() {
        web.stop(0);
        mail.stop();
        open.close();
        closed.close();
    }

    @BeforeEach
    void signIn() {
        open.asOwner();
    }

    @Test
    void aMailServerIsTriedBySigningIn() {
        Connection connection = mailbox(open, "none", "right");
        assertThat(run(open, connection, null).working()).isTrue();
        assertThat(open.get(Connections.class)
                        .find(connection.id())
                        .orElseThrow()
                        .status())
                .isEqualTo(Connection.Status.WORKING);
    }

    @Test
    void aWrongPasswordIsToldFromAServerThatDoesNotSpeakTls() {
        Connection wrong = mailbox(open, "none", "wrong");
        assertThat(run(open, wrong, null).message()).contains("does not accept this user and password");
        assertThat(open.get(Connections.class).find(wrong.id()).orElseThrow().status())
                .isEqualTo(Connection.Status.FAILING);
        assertThat(run(open, mailbox(open, "starttls", "right"), null).message())
                .contains("not as a mail server should");
        assertThat(run(open, mailbox(open, "tls", "right"), null).working()).isFalse();
    }

    @Test
    void mailGoesThroughTheGuardedSocketsWithAndWithoutTls() {
        closed.asOwner();
        for (String security : List.of("none", "starttls", "tls")) {
            Trial trial = run(closed, mailbox(closed, security, "right"), null);
            assertThat(trial.working()).isFalse();
            assertThat(trial.message()).as(security).contains("private network");
        }
    }

    @Test
    void otherConnectionsAreTriedByCallingAnAddress() {
        String url = "http://127.0.0.1:" + web.getAddress().getPort();
        Connection right = bearer(open, "right");
        assertThat(run(open, right, url).working()).isTrue();
        assertThat(run(open, bearer(open, "wrong"), url).message()).contains("does not accept these credentials");
        assertThat(run(open, right, null).message()).contains("Enter an address");
        closed.asOwner();
        assertThat(run(closed, bearer(closed, "right"), url).message()).contains("private network");
    }

    @Test
    void anUnknownConnectionCannotBeTried() {
        assertThat(open.get(Trials.class).run(new ConnectionId(42), Optional.empty(), Locale.ENGLISH))
                .isEmpty();
    }

    private static Trial run(GroundFloor floor, Connection connection, String url) {
        return floor.get(Trials.class)
                .run(connection.id(), Optional.ofNullable(url), Locale.ENGLISH)
                .orElseThrow();
    }

    private static Connection bearer(GroundFloor floor, String token) {
        return stored(floor, ConnectionType.BEARER, Map.of("token", token));
    }

    private static Connection mailbox(GroundFloor floor, String security, String password) {
        Map<String, String> fields = new HashMap<>();
        fields.put("host", "127.0.0.1");
        fields.put("port", Integer.toString(mail.getSmtp().getPort()));
        fields.put("security", security);
        fields.put("user", "robot");
        fields.put("password", password);
        fields.put("from", "robot@example.com");
        return stored(floor, ConnectionType.SMTP, fields);
    }

    private static Connection stored(GroundFloor floor, ConnectionType type, Map<String, String> fields) {
        return ((Connections.Storage.Stored) floor.get(Connections.class).create("Test", type, fields)).connection();
    }
}
