package dev.tutti.builtin.crypto;

import dev.tutti.connection.Credentials;
import dev.tutti.connector.Keyring;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The key of the chosen connection. */
@Component
final class SecretKeys {

    private final Keyring keyring;

    SecretKeys(Keyring keyring) {
        this.keyring = keyring;
    }

    Outcome with(Invocation invocation, Function<byte[], Outcome> work) {
        return switch (keyring.open(invocation, Set.of("key"))) {
            case Keyring.Key.Refused(Failure failure) -> new Outcome.Failed(failure);
            case Keyring.Key.Ready(Optional<Credentials> credentials, boolean _) ->
                work.apply(((Credentials.Key) credentials.orElseThrow()).bytes());
        };
    }
}
