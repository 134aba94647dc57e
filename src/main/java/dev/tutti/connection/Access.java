package dev.tutti.connection;

import dev.tutti.connection.Credentials.Bearer;
import dev.tutti.connection.Credentials.OAuth2;
import dev.tutti.outbound.Exchange;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What a module needs to call somebody with a connection: the credentials themselves, or for OAuth 2 a token, which is
 * fetched, kept and renewed here.
 */
@Component
public class Access {

    private static final int LOCKS = 64;

    /** What became of a wish to use a connection. */
    public sealed interface Opened {

        /** @param renewable whether {@link Access#renew} can give others when the server does not accept these */
        record Ready(Credentials credentials, boolean renewable) implements Opened {}

        /** There is no such connection. */
        record Gone() implements Opened {}

        /** Somebody has to sign in (again). */
        record SignedOut(String name) implements Opened {}

        /** The authorization server gives no token; the reason is its own. */
        record Denied(String name, String reason) implements Opened {}

        record Unreachable(Exchange.Unanswered why) implements Opened {}
    }

    private final Connections connections;
    private final TokenStore tokens;
    private final TokenRequest request;
    private final Clock clock;

    /** One fetch at a time for a connection: many servers take back a refresh token that is used twice. */
    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(ReentrantLock[]::new);

    Access(Connections connections, TokenStore tokens, TokenRequest request, Clock clock) {
        this.connections = connections;
        this.tokens = tokens;
        this.request = request;
        this.clock = clock;
    }

    /** The credentials to send; a token is fetched where none is there that is still good. */
    public Opened open(ConnectionId id) {
        Credentials credentials = connections.open(id).orElse(null);
        return switch (credentials) {
            case null -> new Opened.Gone();
            case OAuth2 client ->
                tokens.find(id)
                        .filter(token -> token.usable(clock.instant()))
                        .map(Access::ready)
                        .orElseGet(() -> fetch(id, client, Optional.empty()));
            default -> new Opened.Ready(credentials, false);
        };
    }

    /** Others in place of those that a server did not accept. */
    public Opened renew(ConnectionId id, Credentials refused) {
        return connections.open(id).orElse(null) instanceof OAuth2 client && refused instanceof Bearer(String token)
                ? fetch(id, client, Optional.of(token))
                : open(id);
    }

    /** The name of a connection with which somebody has to sign in before it can be used; asks no server. */
    public Optional<String> signedOut(ConnectionId id) {
        boolean waits = connections.open(id).orElse(null) instanceof OAuth2 client
                && client.grant() == OAuth2.Grant.AUTHORIZATION_CODE
                && tokens.find(id).isEmpty();
        return waits ? Optional.of(name(id)) : Optional.empty();
    }

    private Opened fetch(ConnectionId id, OAuth2 client, Optional<String> refused) {
        ReentrantLock lock = locks[Long.hashCode(id.value()) & (LOCKS - 1)];
        lock.lock();
        try {
            Optional<Token> old = tokens.find(id);
            boolean another = old.filter(token -> token.usable(clock.instant())
                            && refused.filter(token.access()::equals).isEmpty())
                    .isPresent();
            return another ? ready(old.get()) : answered(id, client, old);
        } finally {
            lock.unlock();
        }
    }

    private Opened answered(ConnectionId id, OAuth2 client, Optional<Token> old) {
        Optional<String> refresh = old.flatMap(Token::refresh);
        boolean people = client.grant() == OAuth2.Grant.AUTHORIZATION_CODE;
        if (people && refresh.isEmpty()) {
            return new Opened.SignedOut(name(id));
        }
        return switch (people ? request.byRefresh(client, refresh.orElseThrow()) : request.byClient(client)) {
            case TokenRequest.Answered.Given(Token token) -> {
                tokens.keep(id, token.keeping(refresh));
                yield ready(token);
            }
            case TokenRequest.Answered.Denied(String reason) ->
                people ? new Opened.SignedOut(name(id)) : new Opened.Denied(name(id), reason);
            case TokenRequest.Answered.Unreachable(Exchange.Unanswered why) -> new Opened.Unreachable(why);
        };
    }

    private String name(ConnectionId id) {
        return connections.find(id).map(Connection::name).orElse("");
    }

    private static Opened ready(Token token) {
        return new Opened.Ready(new Bearer(token.access()), true);
    }
}
