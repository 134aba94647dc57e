package dev.tutti.engine;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What a module may know and do during one call. */
record ModuleInvocation(StepPath at, Optional<String> connection, Setting setting) implements Invocation {
    @Override
    public String idempotencyKey() {
        return setting.key(at);
    }

    @Override
    public RunContext run() {
        return setting.surroundings().run();
    }

    @Override
    public Instant now() {
        return setting.scope().now();
    }

    @Override
    public UUID uuid() {
        return setting.scope().uuid();
    }

    @Override
    public ZoneId zone() {
        return setting.scope().zone();
    }

    @Override
    public Locale locale() {
        return setting.scope().locale();
    }

    @Override
    public <T extends Transaction> T transaction(String key, Supplier<T> opener) {
        return setting.transactions().use(key, opener);
    }

    @Override
    public void respond(Reply reply) {
        setting.surroundings().reply(reply);
    }
}
