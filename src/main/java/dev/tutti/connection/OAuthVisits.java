package dev.tutti.connection;

import dev.tutti.connection.Credentials.OAuth2;
import dev.tutti.outbound.Exchange;
import dev.tutti.workspace.Action;
import dev.tutti.workspace.Audit;
import dev.tutti.workspace.CurrentUser;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sends people to an authorization server and takes them in again (RFC 6749 §4.1, with the code challenge of RFC 7636).
 * Who comes back has to be who was sent, within ten minutes, and once.
 */
@Component
public class OAuthVisits {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 32;

    /** How a visit ended. */
    public sealed interface Ended {
        record SignedIn(ConnectionId connection) implements Ended {}

        /** Nobody was sent with this state, or too long ago, or somebody else was. */
        record Unknown() implements Ended {}

        /** The authorization server says no; the reason is its own. */
        record Refused(String reason) implements Ended {}

        record Unreachable(Exchange.Unanswered why) implements Ended {}
    }

    private record Sent(ConnectionId connection, String verifier) {}

    private final Connections connections;
    private final TokenStore tokens;
    private final TokenRequest request;
    private final JdbcClient jdbc;
    private final Vault vault;
    private final CurrentUser current;
    private final Audit audit;
    private final Clock clock;

    OAuthVisits(
            Connections connections,
            TokenStore tokens,
            TokenRequest request,
            JdbcClient jdbc,
            Vault vault,
            CurrentUser current,
            Audit audit,
            Clock clock) {
        this.connections = connections;
        this.tokens = tokens;
        this.request = request;
        this.jdbc = jdbc;
        this.vault = vault;
        this.current = current;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Where to send the person who is signed in; empty where the connection is none that people sign in with.
     *
     * @param back the address to which the authorization server sends them back
     */
    public Optional<URI> begin(ConnectionId id, String back) {
        current.require(Action.CONNECTION_EDIT);
        if (!(connections.open(id).orElse(null) instanceof OAuth2 client)
                || client.grant() != OAuth2.Grant.AUTHORIZATION_CODE) {
            return Optional.empty();
        }
        String state = random();
        String verifier = random();
        Instant now = clock.instant();
        jdbc.sql("delete from oauth_visit where ends_at < :now")
                .param("now", Timestamp.from(now))
                .update();
        jdbc.sql("insert into oauth_visit (state, connection_id, user_id, secret, ends_at) "
                        + "values (:state, :connection, :user, :secret, :end)")
                .param("state", state)
                .param("connection", id.value())
                .param("user", current.get().id().value())
                .param("secret", vault.encrypt(verifier.getBytes(StandardCharsets.UTF_8), context(state)))
                .param("end", Timestamp.from(now.plus(LONGEST)))
                .update();
        return Optional.of(address(client, state, verifier, back));
    }

    /** What the person came back with: a code, or why there is none. */
    public Ended end(String state, Optional<String> code, Optional<String> error, String back) {
        current.require(Action.CONNECTION_EDIT);
        Optional<Sent> sent = take(state);
        if (sent.isEmpty() || !(connections.open(sent.get().connection()).orElse(null) instanceof OAuth2 client)) {
            return new Ended.Unknown();
        }
        if (code.isEmpty()) {
            return new Ended.Refused(error.map(OAuthVisits::harmless).orElse(""));
        }
        ConnectionId id = sent.get().connection();
        return switch (request.byCode(client, code.get(), sent.get().verifier(), back)) {
            case TokenRequest.Answered.Given(Token token) -> {
                tokens.keep(id, token);
                connections.checked(id, true);
                audit.record("connection.signed-in", "connection " + id);
                yield new Ended.SignedIn(id);
            }
            case TokenRequest.Answered.Denied(String reason) -> new Ended.Refused(reason);
            case TokenRequest.Answered.Unreachable(Exchange.Unanswered why) -> new Ended.Unreachable(why);
        };
    }

    /** Whoever takes it is the only one: the row is gone before it is used. */
    private Optional<Sent> take(String state) {
        Optional<Sent> sent = jdbc.sql("select connection_id, secret from oauth_visit "
                        + "where state = :state and user_id = :user and ends_at > :now")
                .param("state", state)
                .param("user", current.get().id().value())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, _) -> new Sent(
                        new ConnectionId(row.getLong("connection_id")),
                        new String(vault.decrypt(row.getBytes("secret"), context(state)), StandardCharsets.UTF_8)))
                .optional();
        int taken = sent.isEmpty()
                ? 0
                : jdbc.sql("delete from oauth_visit where state = :state")
                        .param("state", state)
                        .update();
        return taken > 0 ? sent : Optional.empty();
    }

    private static URI address(OAuth2 client, String state, String verifier, String back) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", client.clientId());
        query.put("redirect_uri", back);
        query.put("state", state);
        query.put("code_challenge", challenge(verifier));
        query.put("code_challenge_method", "S256");
        if (!client.scope().isBlank()) {
            query.put("scope", client.scope().strip());
        }
        String base = client.authorizeUrl();
        String pairs = query.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return URI.create(base + (base.contains("?") ? "&" : "?") + pairs);
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The error codes of the standard; what else somebody may write into an address is not repeated. */
    private static String harmless(String error) {
        return error.toLowerCase(Locale.ROOT).matches("[a-z_]{1,60}") ? error : "";
    }

    private static String context(String state) {
        return "oauth_visit|" + state;
    }
}
