package dev.tutti.engine;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What a module may know and do during one call. Whoever must tell a repeated call from a new one looks at the
 * idempotency key; what was drawn from clock and chance may be drawn anew.
 */
public interface Invocation {
    /** Which call this is. */
    StepPath at();

    /** The same for every repetition of this call, different for every other call of any run. */
    String idempotencyKey();

    RunContext run();

    /** The connection chosen in the module's settings. */
    Optional<String> connection();

    Instant now();

    UUID uuid();

    ZoneId zone();

    Locale locale();

    /**
     * Something in which what this call does counts only once it is committed: after the call, or at the end of the
     * cycle, as the scenario's owner decided. A failed call, or a run that fails or is rolled back, rolls it back; a
     * crash has it forgotten together with what the call came to.
     *
     * @param key calls of a run with the same key share it; one key is for one sort of transaction
     * @param opener opens it where it is not open yet
     */
    <T extends Transaction> T transaction(String key, Supplier<T> opener);

    /** Answers the caller of the webhook; only the first answer of a run counts. */
    void respond(Reply reply);
}
