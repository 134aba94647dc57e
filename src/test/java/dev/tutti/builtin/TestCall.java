package dev.tutti.builtin;

import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.engine.Reply;
import dev.tutti.engine.RunContext;
import dev.tutti.engine.StepPath;
import dev.tutti.engine.Transaction;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A call of a module in a run that is not there. Each has an address of its own unless it repeats another. */
public final class TestCall implements Invocation {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    private final StepPath at;
    private final Locale locale;
    private final Optional<String> connection;
    private final List<Reply> replies = new ArrayList<>();
    private final Map<String, Transaction> transactions = new LinkedHashMap<>();

    private TestCall(StepPath at, Locale locale, Optional<String> connection) {
        this.at = at;
        this.locale = locale;
        this.connection = connection;
    }

    public static TestCall once() {
        return new TestCall(StepPath.of(1, COUNT.incrementAndGet()), Locale.ENGLISH, Optional.empty());
    }

    public TestCall in(Locale language) {
        return new TestCall(at, language, connection);
    }

    public TestCall with(Object connectionId) {
        return new TestCall(at, locale, Optional.of(connectionId.toString()));
    }

    public List<Reply> replies() {
        return replies;
    }

    @Override
    public StepPath at() {
        return at;
    }

    @Override
    public String idempotencyKey() {
        return "key-" + at.toString().replace('#', '-');
    }

    @Override
    public RunContext run() {
        return new RunContext("77", "5", "1", "A scenario", false);
    }

    @Override
    public Optional<String> connection() {
        return connection;
    }

    @Override
    public Instant now() {
        return NOW;
    }

    @Override
    public UUID uuid() {
        return new UUID(0, 1);
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of("Europe/Paris");
    }

    @Override
    public Locale locale() {
        return locale;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends Transaction> T transaction(String key, Supplier<T> opener) {
        Transaction transaction = transactions.get(key);
        if (transaction == null) {
            transaction = opener.get();
            transactions.put(key, transaction);
        }
        return (T) transaction;
    }

    /** Ends what the call has opened, as the engine does where each operation counts by itself. */
    public Outcome settle(Outcome outcome) {
        if (outcome instanceof Outcome.Failed) {
            rollback();
        } else {
            commit();
        }
        finish();
        return outcome;
    }

    /** As at the end of a cycle. */
    public void commit() {
        transactions.values().forEach(Transaction::commit);
    }

    public void rollback() {
        transactions.values().forEach(Transaction::rollback);
    }

    /** Gives back what the call has opened. */
    public void finish() {
        transactions.values().forEach(Transaction::close);
        transactions.clear();
    }

    @Override
    public void respond(Reply reply) {
        replies.add(reply);
    }
}
