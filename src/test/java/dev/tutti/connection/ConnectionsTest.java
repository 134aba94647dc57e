package dev.tutti.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tutti.connection.Connections.Deletion;
import dev.tutti.connection.Connections.Storage;
import dev.tutti.testing.GroundFloor;
import dev.tutti.workspace.NotSignedIn;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

class ConnectionsTest {

    private static final String BOTH = "dev.tutti.testing.GroundFloor#both";
    private static final Map<String, String> MAIL = Map.of(
            "host", "mail.example.com",
            "port", "587",
            "security", "starttls",
            "user", "robot",
            "password", "planted-password",
            "from", "robot@example.com");

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void eachTypeComesBackAsItWasStored(GroundFloor floor) {
        floor.asOwner();
        Connections connections = floor.get(Connections.class);
        assertThat(opened(floor, ConnectionType.API_KEY, Map.of("place", "header", "name", "X-Key", "value", "abc")))
                .isEqualTo(new Credentials.ApiKey(Credentials.ApiKey.Place.HEADER, "X-Key", "abc"));
        assertThat(opened(floor, ConnectionType.BASIC, Map.of("user", "ada", "password", "pa:ss")))
                .isEqualTo(new Credentials.Basic("ada", "pa:ss"));
        assertThat(opened(floor, ConnectionType.BEARER, Map.of("token", "abc")))
                .isEqualTo(new Credentials.Bearer("abc"));
        assertThat(opened(floor, ConnectionType.SMTP, MAIL))
                .isEqualTo(new Credentials.Smtp(
                        "mail.example.com",
                        587,
                        Credentials.Smtp.Security.STARTTLS,
                        Optional.of("robot"),
                        Optional.of("planted-password"),
                        "robot@example.com"));
        assertThat(connections.open(new ConnectionId(42))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void secretsAreNeitherInTheDatabaseNorInAnythingShown(GroundFloor floor) {
        floor.asOwner();
        Connection mail = store(floor, ConnectionType.SMTP, MAIL);
        assertThat(mail.shown()).containsEntry("user", "robot").doesNotContainKey("password");
        assertThat(mail.toString()).doesNotContain("planted");
        assertThat(floor.get(Connections.class).open(mail.id()).toString()).doesNotContain("planted");
        StringBuilder dump = new StringBuilder();
        floor.get(JdbcClient.class)
                .sql("select * from connection")
                .query()
                .listOfRows()
                .forEach(row -> row.values()
                        .forEach(value -> dump.append(
                                value instanceof byte[] bytes
                                        ? new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1)
                                        : String.valueOf(value))));
        assertThat(dump.toString()).contains("robot").doesNotContain("planted");
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void twoCiphertextsThatWereSwappedDoNotOpen(GroundFloor floor) {
        floor.asOwner();
        Connection first = store(floor, ConnectionType.BEARER, Map.of("token", "one"));
        Connection second = store(floor, ConnectionType.BEARER, Map.of("token", "two"));
        floor.get(JdbcClient.class)
                .sql("update connection set secret = (select secret from connection where id = ?) where id = ?")
                .params(first.id().value(), second.id().value())
                .update();
        assertThatThrownBy(() -> floor.get(Connections.class).open(second.id()))
                .isInstanceOf(IllegalStateException.class);
        floor.get(Connections.class).delete(second.id());
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aSecretStaysWhereItIsNotEnteredAgainButNeverGoesToAnotherServer(GroundFloor floor) {
        floor.asOwner();
        Connections connections = floor.get(Connections.class);
        ConnectionId id = store(floor, ConnectionType.SMTP, MAIL).id();
        Map<String, String> entered = new HashMap<>(MAIL);
        entered.remove("password");
        entered.put("from", "other@example.com");
        assertThat(connections.change(id, "Renamed", entered)).isInstanceOf(Storage.Stored.class);
        assertThat(connections.find(id).orElseThrow().name()).isEqualTo("Renamed");
        assertThat(connections.open(id)).get().isInstanceOfSatisfying(Credentials.Smtp.class, smtp -> {
            assertThat(smtp.password()).contains("planted-password");
            assertThat(smtp.from()).isEqualTo("other@example.com");
        });
        entered.put("host", "thief.example.com");
        assertThat(connections.change(id, "Renamed", entered))
                .isEqualTo(new Storage.Invalid("password", "connection.field.missing"));
        assertThat(connections.change(new ConnectionId(42), "x", MAIL)).isEqualTo(new Storage.Unknown());
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void whatCannotBeUsedIsNamed(GroundFloor floor) {
        floor.asOwner();
        Connections connections = floor.get(Connections.class);
        assertThat(connections.create(" ", ConnectionType.BEARER, Map.of("token", "a")))
                .isEqualTo(new Storage.Invalid("name", "connection.name.invalid"));
        assertThat(connections.create("x", ConnectionType.BEARER, Map.of()))
                .isEqualTo(new Storage.Invalid("token", "connection.field.missing"));
        assertThat(connections.create("x", ConnectionType.BEARER, Map.of("token", "a\r\nX-Injected: b")))
                .isEqualTo(new Storage.Invalid("token", "connection.field.invalid"));
        assertThat(connections.create("x", ConnectionType.API_KEY, Map.of("place", "body", "name", "a", "value", "b")))
                .isEqualTo(new Storage.Invalid("place", "connection.field.invalid"));
        Map<String, String> odd = new HashMap<>(MAIL);
        odd.put("port", "0");
        assertThat(connections.create("x", ConnectionType.SMTP, odd))
                .isEqualTo(new Storage.Invalid("port", "connection.port.invalid"));
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aConnectionThatIsUsedIsNotDeleted(GroundFloor floor) {
        floor.asOwner();
        Connection connection = store(floor, ConnectionType.BEARER, Map.of("token", "abc"));
        FakeUses uses = floor.get(FakeUses.class);
        uses.used = connection.id();
        assertThat(floor.get(Connections.class).delete(connection.id()))
                .isInstanceOfSatisfying(
                        Deletion.InUse.class,
                        inUse -> assertThat(inUse.uses())
                                .extracting(ConnectionUses.Use::name)
                                .containsExactly("Morning mail"));
        uses.used = new ConnectionId(0);
        assertThat(floor.get(Connections.class).delete(connection.id())).isEqualTo(new Deletion.Deleted());
        assertThat(floor.get(Connections.class).find(connection.id())).isEmpty();
        assertThat(floor.get(Connections.class).delete(connection.id())).isEqualTo(new Deletion.Unknown());
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void nobodyWhoIsNotSignedInChangesAnything(GroundFloor floor) {
        Connections connections = floor.get(Connections.class);
        assertThatThrownBy(() -> connections.create("x", ConnectionType.BEARER, Map.of("token", "a")))
                .isInstanceOf(NotSignedIn.class);
        assertThatThrownBy(() -> connections.delete(new ConnectionId(1))).isInstanceOf(NotSignedIn.class);
    }

    private static Connection store(GroundFloor floor, ConnectionType type, Map<String, String> fields) {
        return ((Storage.Stored) floor.get(Connections.class).create("Test", type, fields)).connection();
    }

    private static Credentials opened(GroundFloor floor, ConnectionType type, Map<String, String> fields) {
        return floor.get(Connections.class)
                .open(store(floor, type, fields).id())
                .orElseThrow();
    }
}
