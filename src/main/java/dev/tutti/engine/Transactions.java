package dev.tutti.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the calls of a walk have opened. Where a whole cycle is one transaction, what its calls came to is held back
 * until it is committed: a crash before forgets both, and the calls are made again.
 */
final class Transactions {
    private final boolean auto;
    private final Journal journal;
    private final Texts texts;
    private final Map<String, Transaction> open = new LinkedHashMap<>();
    private final List<Held> held = new ArrayList<>();
    private final Set<String> used = new HashSet<>();
    private StepPath at = StepPath.of(0, 0);
    private StepPath last = at;

    private record Held(StepPath at, Entry entry) {}

    Transactions(boolean auto, Journal journal, Texts texts) {
        this.auto = auto;
        this.journal = journal;
        this.texts = texts;
    }

    /** The operation that used one of them last. */
    StepPath last() {
        return last;
    }

    /** An operation begins. */
    void begin(StepPath operation) {
        at = operation;
        used.clear();
    }

    @SuppressWarnings("unchecked")
    <T extends Transaction> T use(String key, Supplier<T> opener) {
        Transaction transaction = open.get(key);
        if (transaction == null) {
            transaction = opener.get();
            open.put(key, transaction);
        }
        used.add(key);
        last = at;
        return (T) transaction;
    }

    /** The call is over: it counts at once, or it does not. */
    Upshot settle(Upshot upshot) {
        if (used.isEmpty() || !auto) {
            return upshot;
        }
        boolean good = upshot instanceof Upshot.Bundles || upshot instanceof Upshot.Waiting;
        Optional<Failure> failure = each(used, good ? Transaction::commit : Transaction::rollback);
        used.clear();
        return failure.<Upshot>map(Upshot.Fault::new).orElse(upshot);
    }

    /** Writes down what an operation came to, now or with the transaction in which it happened. */
    void append(StepPath at, Entry entry) {
        if (!used.isEmpty()) {
            held.add(new Held(at, entry));
        } else {
            journal.append(at, entry);
        }
    }

    /** All that was held back counts; or the failure because of which it does not. */
    Optional<Failure> commit() {
        Optional<Failure> failure = each(open.keySet(), Transaction::commit);
        if (failure.isEmpty() && !held.isEmpty()) {
            tell();
            journal.barrier();
        }
        return failure;
    }

    Optional<Failure> rollback() {
        return each(open.keySet(), Transaction::rollback);
    }

    /** Writes down which calls failed; what the others did was undone, so that it never happened. */
    void tellFailures() {
        held.removeIf(line -> !(line.entry() instanceof Entry.Failed));
        tell();
    }

    private void tell() {
        held.forEach(line -> journal.append(line.at(), line.entry()));
        held.clear();
    }

    void close() {
        for (Transaction transaction : open.values()) {
            try {
                transaction.rollback();
            } catch (RuntimeException ignored) {
                // Closing it rolls back as well.
            }
            try {
                transaction.close();
            } catch (RuntimeException ignored) {
                // There is nothing left that anybody could lose.
            }
        }
        open.clear();
    }

    private interface Act {
        void on(Transaction transaction);
    }

    private Optional<Failure> each(Set<String> keys, Act act) {
        Failure failure = null;
        for (String key : keys) {
            try {
                act.on(Objects.requireNonNull(open.get(key)));
            } catch (RuntimeException trouble) {
                failure = texts.inconsistent(trouble);
            }
        }
        return Optional.ofNullable(failure);
    }
}
