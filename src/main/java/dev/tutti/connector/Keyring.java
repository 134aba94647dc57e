package dev.tutti.connector;

import dev.tutti.connection.Access;
import dev.tutti.connection.Access.Opened;
import dev.tutti.connection.ConnectionId;
import dev.tutti.connection.Credentials;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Failure.Kind;
import dev.tutti.engine.Invocation;
import dev.tutti.outbound.Exchange;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Opens the connection of a call; why it cannot be opened is a failure in the words of scenarios. */
@Component
public final class Keyring {

    /** What became of a wish to open the connection of a call. */
    public sealed interface Key {

        /** Empty where no connection is chosen. */
        record Ready(Optional<Credentials> credentials, boolean renewable) implements Key {}

        record Refused(Failure failure) implements Key {}
    }

    private final Access access;

    Keyring(Access access) {
        this.access = access;
    }

    /**
     * @param types that the module can use; OAuth 2 comes as a bearer token
     */
    public Key open(Invocation invocation, Set<String> types) {
        return opened(invocation, types, access::open);
    }

    /** Others in place of those that a server did not accept. */
    public Key renew(Invocation invocation, Set<String> types, Credentials refused) {
        return opened(invocation, types, id -> access.renew(id, refused));
    }

    /** Empty where the text is no id. */
    static Optional<ConnectionId> id(String text) {
        try {
            return Optional.of(ConnectionId.of(text));
        } catch (NumberFormatException foreign) {
            return Optional.empty();
        }
    }

    private static Key opened(Invocation invocation, Set<String> types, Function<ConnectionId, Opened> opening) {
        if (invocation.connection().isEmpty()) {
            return new Key.Ready(Optional.empty(), false);
        }
        Opened opened = id(invocation.connection().get()).map(opening).orElseGet(Opened.Gone::new);
        return switch (opened) {
            case Opened.Ready(Credentials credentials, boolean renewable)
            when renewable
                    ? types.contains("oauth2")
                    : types.contains(credentials.type().code()) -> new Key.Ready(Optional.of(credentials), renewable);
            case Opened.Ready _, Opened.Gone _ ->
                refused(invocation, Kind.INVALID_CONFIGURATION, "builtin.connection.gone");
            case Opened.SignedOut(String name) ->
                refused(invocation, Kind.INVALID_ACCESS_TOKEN, "builtin.connection.signedOut", name);
            case Opened.Denied(String name, String reason) ->
                refused(invocation, Kind.INVALID_ACCESS_TOKEN, "builtin.connection.denied", name, reason);
            case Opened.Unreachable(Exchange.Unanswered why) ->
                new Key.Refused(Failure.of(Kind.CONNECTION, why.message(invocation.locale())));
        };
    }

    private static Key refused(Invocation invocation, Kind kind, String key, Object... arguments) {
        return new Key.Refused(Failures.of(invocation, kind, key, arguments));
    }
}
