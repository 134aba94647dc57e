package dev.tutti.builtin.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.builtin.Asked;
import dev.tutti.builtin.ModuleBench;
import dev.tutti.builtin.Owner;
import dev.tutti.builtin.TestCall;
import dev.tutti.connection.ConnectionId;
import dev.tutti.connection.ConnectionType;
import dev.tutti.connection.Connections;
import dev.tutti.connection.OAuthVisits;
import dev.tutti.connector.Modules;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Outcome;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A stub that is both the authorization server, at /token, and the server that is called. */
@ModuleBench
class OAuthTest {

    private final Modules modules;
    private final Asked request;
    private final Connections connections;
    private final OAuthVisits visits;
    private final JdbcClient jdbc;
    private final Owner owner;
    private final StubServer server = new StubServer();
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile String accepted = "token-1";

    OAuthTest(Modules modules, Connections connections, OAuthVisits visits, JdbcClient jdbc, Owner owner)
            throws Exception {
        this.modules = modules;
        this.request = new Asked(modules, "http:request");
        this.connections = connections;
        this.visits = visits;
        this.jdbc = jdbc;
        this.owner = owner;
    }

    @BeforeEach
    void start() {
        owner.signIn();
        server.answer(exchange -> {
            if (exchange.getRequestURI().getPath().equals("/token")) {
                String body = "{\"access_token\":\"token-%d\",\"token_type\":\"Bearer\",\"expires_in\":3600}"
                        .formatted(tokens.incrementAndGet());
                StubServer.send(exchange, 200, "application/json", body);
            } else {
                boolean in = ("Bearer " + accepted)
                        .equals(exchange.getRequestHeaders().getFirst("Authorization"));
                StubServer.send(exchange, in ? 200 : 401, "text/plain", in ? "in" : "out");
            }
        });
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String client(String... more) {
        Map<String, String> fields = new TreeMap<>(Map.of(
                "grant",
                "client_credentials",
                "tokenUrl",
                server.url("/token"),
                "clientId",
                "tutti",
                "secret",
                "open:sesame",
                "scope",
                "read write"));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        var stored = (Connections.Storage.Stored) connections.create("Shop", ConnectionType.OAUTH2, fields);
        return stored.connection().id().toString();
    }

    private Outcome call(String connection) {
        return request.call(TestCall.once().with(connection), "url", server.url("/data"));
    }

    @Test
    void getsATokenOnceAndSendsItAsLongAsItIsGood() {
        String connection = client();
        Asked.emitted(call(connection));
        Asked.emitted(call(connection));
        StubServer.Seen asked = server.seen();
        assertThat(asked.text()).isEqualTo("grant_type=client_credentials&scope=read+write");
        assertThat(asked.header("Authorization")).isEqualTo("Basic dHV0dGk6b3BlbiUzQXNlc2FtZQ==");
        assertThat(server.seen().header("Authorization")).isEqualTo("Bearer token-1");
        assertThat(server.seen().header("Authorization")).isEqualTo("Bearer token-1");
        assertThat(server.untouched()).isTrue();
        assertThat(tokens.get()).isEqualTo(1);
    }

    @Test
    void saysWhoItIsInTheBodyWhereTheServerWantsThat() {
        Asked.emitted(call(client("clientAuth", "body")));
        StubServer.Seen asked = server.seen();
        assertThat(asked.text()).contains("client_id=tutti").contains("client_secret=open%3Asesame");
        assertThat(asked.header("Authorization")).isEmpty();
    }

    @Test
    void renewsATokenThatTheServerDoesNotAcceptAnyMore() {
        String connection = client();
        Asked.emitted(call(connection));
        accepted = "token-2";
        Asked.emitted(call(connection));
        assertThat(tokens.get()).isEqualTo(2);
        accepted = "nobody";
        Failure failure = Asked.failed(call(connection));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.INVALID_ACCESS_TOKEN);
        assertThat(tokens.get()).as("it is tried once more, not for ever").isEqualTo(3);
    }

    @Test
    void keepsTokensEncryptedAndForgetsThemWithAChange() {
        String connection = client();
        Asked.emitted(call(connection));
        byte[] kept = jdbc.sql("select secret from oauth_token where connection_id = :id")
                .param("id", Long.parseLong(connection))
                .query((row, _) -> row.getBytes(1))
                .single();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("token-1");
        var id = ConnectionId.of(connection);
        connections.change(id, "Shop", connections.find(id).orElseThrow().shown());
        assertThat(jdbc.sql("select count(*) from oauth_token where connection_id = :id")
                        .param("id", id.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void saysWhyTheServerGivesNoToken() {
        server.answer(
                400,
                "application/json",
                "{\"error\":\"invalid_client\",\"error_description\":\"open:sesame is wrong\"}");
        Failure failure = Asked.failed(call(client()));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.INVALID_ACCESS_TOKEN);
        assertThat(failure.message())
                .contains("Shop")
                .contains("invalid_client")
                .doesNotContain("open:sesame");
    }

    @Test
    void saysThatSomebodyHasToSignIn() {
        String connection = client("grant", "authorization_code", "authorizeUrl", server.url("/authorize"));
        Failure failure = Asked.failed(call(connection));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.INVALID_ACCESS_TOKEN);
        assertThat(failure.message()).contains("Nobody is signed in");
        assertThat(modules.unready(connection).orElseThrow().kind()).isEqualTo(Failure.Kind.ACCOUNT_VALIDATION);
        assertThat(modules.unready(client())).isEmpty();
        assertThat(server.untouched()).isTrue();
    }

    @Test
    void somebodySignsInAndTheTokenIsRefreshedFromThenOn() throws Exception {
        var id = ConnectionId.of(
                client("grant", "authorization_code", "authorizeUrl", server.url("/authorize?tenant=1")));
        String back = "http://tutti.example/oauth/callback";
        Map<String, String> sent = query(visits.begin(id, back).orElseThrow().getRawQuery());
        assertThat(sent)
                .containsEntry("tenant", "1")
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "tutti")
                .containsEntry("scope", "read write")
                .containsEntry("redirect_uri", back)
                .containsEntry("code_challenge_method", "S256");
        String state = sent.getOrDefault("state", "");
        server.answer(exchange -> {
            boolean tokens = exchange.getRequestURI().getPath().equals("/token");
            String body = "{\"access_token\":\"token-%d\",\"refresh_token\":\"again\",\"expires_in\":20}";
            StubServer.send(exchange, 200, "application/json", tokens ? body.formatted(1) : "{}");
        });
        assertThat(visits.end("another", Optional.of("c0de"), Optional.empty(), back))
                .isInstanceOf(OAuthVisits.Ended.Unknown.class);
        assertThat(visits.end(state, Optional.of("c0de"), Optional.empty(), back))
                .isEqualTo(new OAuthVisits.Ended.SignedIn(id));
        Map<String, String> asked = query(server.seen().text());
        assertThat(asked).containsEntry("grant_type", "authorization_code").containsEntry("code", "c0de");
        byte[] digest = MessageDigest.getInstance("SHA-256")
                .digest(asked.getOrDefault("code_verifier", "").getBytes(StandardCharsets.US_ASCII));
        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(digest))
                .isEqualTo(sent.get("code_challenge"));
        assertThat(visits.end(state, Optional.of("c0de"), Optional.empty(), back))
                .as("a state counts once")
                .isInstanceOf(OAuthVisits.Ended.Unknown.class);
        Asked.emitted(call(id.toString()));
        assertThat(server.seen().text())
                .as("20 seconds are too short to be used")
                .contains("refresh_token=again");
    }

    @Test
    void whoWasRefusedIsNotSignedIn() {
        var id = ConnectionId.of(client("grant", "authorization_code", "authorizeUrl", server.url("/authorize")));
        String state =
                query(visits.begin(id, "http://x/").orElseThrow().getRawQuery()).getOrDefault("state", "");
        assertThat(visits.end(state, Optional.empty(), Optional.of("access_denied"), "http://x/"))
                .isEqualTo(new OAuthVisits.Ended.Refused("access_denied"));
        assertThat(visits.begin(ConnectionId.of(client()), "http://x/"))
                .as("nobody signs in for a client that does so itself")
                .isEmpty();
    }

    private static Map<String, String> query(String pairs) {
        Map<String, String> all = new TreeMap<>();
        for (String pair : pairs.split("&")) {
            String[] parts = pair.split("=", 2);
            all.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return all;
    }
}
