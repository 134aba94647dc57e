package dev.tutti.engine;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

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

    /** Answers the caller of the webhook; only the first answer of a run counts. */
    void respond(Reply reply);
}
