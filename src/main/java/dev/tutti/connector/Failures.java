package dev.tutti.connector;

import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.engine.Said;
import dev.tutti.value.Message;
import java.util.Optional;

/** Failures in the words of the text files, in the language of the scenario. */
public final class Failures {

    private Failures() {}

    /**
     * What happened stands under {@code key}, what to do about it under {@code key.advice}; both may use the arguments.
     *
     * @param key such as {@code builtin.http.status}
     */
    public static Failure of(Invocation invocation, Failure.Kind kind, String key, Object... arguments) {
        return Failure.of(
                kind,
                invocation.locale(),
                new Said(Message.of(key, arguments), Optional.of(Message.of(key + ".advice", arguments))));
    }

    /** The same as an outcome. */
    public static Outcome.Failed fail(Invocation invocation, Failure.Kind kind, String key, Object... arguments) {
        return new Outcome.Failed(of(invocation, kind, key, arguments));
    }
}
