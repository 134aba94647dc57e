package dev.tutti.engine;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What a module may know and do during one call. */
record ModuleInvocation(StepPath at, Optional<String> connection, Bindings scope, Surroundings surroundings)
        implements Invocation {
    @Override
    public String idempotencyKey() {
        return surroundings.run().runId() + ":" + at;
    }

    @Override
    public RunContext run() {
        return surroundings.run();
    }

    @Override
    public Instant now() {
        return scope.now();
    }

    @Override
    public UUID uuid() {
        return scope.uuid();
    }

    @Override
    public ZoneId zone() {
        return scope.zone();
    }

    @Override
    public Locale locale() {
        return scope.locale();
    }

    @Override
    public void respond(Reply reply) {
        surroundings.reply(reply);
    }
}
