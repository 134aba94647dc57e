package dev.tutti.builtin.http;

import dev.tutti.connection.Credentials;
import dev.tutti.connection.Proof;
import dev.tutti.connector.Failures;
import dev.tutti.connector.Keyring;
import dev.tutti.connector.Keyring.Key;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.outbound.Answer;
import dev.tutti.outbound.Exchange;
import dev.tutti.outbound.Failed;
import dev.tutti.outbound.Outbound;
import dev.tutti.outbound.Refused;
import dev.tutti.outbound.Request;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Sends a request with the credentials of the call's connection and says in the words of scenarios why there is no
 * answer. A token that the server does not accept is renewed once.
 */
@Component
public final class WebCalls {

    /** The types of connection that can be sent with a request. */
    static final Set<String> TYPES = Set.of("apiKey", "basic", "bearer", "oauth2");

    /** The same, for the spec of a module. */
    public static String[] types() {
        return TYPES.stream().sorted().toArray(String[]::new);
    }

    private static final int UNAUTHORIZED = 401;

    /** What becomes of an answer. */
    public interface Reading {
        Outcome of(Answer answer, Optional<Credentials> sent) throws IOException;
    }

    private final Outbound outbound;
    private final Keyring keyring;

    WebCalls(Outbound outbound, Keyring keyring) {
        this.outbound = outbound;
        this.keyring = keyring;
    }

    public Outcome ask(Request request, Invocation invocation, Reading reading) {
        return switch (keyring.open(invocation, TYPES)) {
            case Key.Refused(Failure failure) -> new Outcome.Failed(failure);
            case Key.Ready(Optional<Credentials> credentials, boolean renewable) -> {
                Exchange exchange = send(request, credentials);
                if (renewable && exchange instanceof Answer answer && answer.status() == UNAUTHORIZED) {
                    close(answer);
                    yield renewed(request, invocation, credentials.orElseThrow(), reading);
                }
                yield outcome(exchange, request, invocation, credentials, reading);
            }
        };
    }

    private Outcome renewed(Request request, Invocation invocation, Credentials refused, Reading reading) {
        return switch (keyring.renew(invocation, TYPES, refused)) {
            case Key.Refused(Failure failure) -> new Outcome.Failed(failure);
            case Key.Ready(Optional<Credentials> fresh, boolean _) ->
                outcome(send(request, fresh), request, invocation, fresh, reading);
        };
    }

    private Exchange send(Request request, Optional<Credentials> credentials) {
        return outbound.send(credentials.map(it -> Proof.on(request, it)).orElse(request));
    }

    private static void close(Answer answer) {
        try {
            answer.close();
        } catch (IOException ignored) {
            // It is asked again anyway.
        }
    }

    private static Outcome outcome(
            Exchange exchange,
            Request request,
            Invocation invocation,
            Optional<Credentials> credentials,
            Reading reading) {
        return switch (exchange) {
            case Answer answer -> {
                try (answer) {
                    yield reading.of(answer, credentials);
                } catch (InterruptedIOException late) {
                    yield Failures.fail(
                            invocation,
                            Failure.Kind.MODULE_TIMEOUT,
                            "builtin.http.timeout",
                            request.timeout().toSeconds());
                } catch (IOException broken) {
                    yield Failures.fail(invocation, Failure.Kind.CONNECTION, "builtin.http.broken");
                }
            }
            case Refused refused ->
                new Outcome.Failed(Failure.of(
                        refused.reason() == Refused.Reason.TOO_MANY_REDIRECTS
                                ? Failure.Kind.RUNTIME
                                : Failure.Kind.BUNDLE_VALIDATION,
                        hide(refused.message(invocation.locale()), credentials)));
            case Failed failed ->
                new Outcome.Failed(Failure.of(
                                failed.cause() == Failed.Cause.TIMEOUT
                                        ? Failure.Kind.MODULE_TIMEOUT
                                        : Failure.Kind.CONNECTION,
                                hide(failed.message(invocation.locale()), credentials))
                        .withDetail(hide(failed.detail(), credentials)));
        };
    }

    /** The text without what the credentials hold. */
    static String hide(String text, Optional<Credentials> credentials) {
        return credentials.map(it -> Proof.hide(text, it)).orElse(text);
    }
}
