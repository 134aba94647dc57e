package dev.tutti.engine;

import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Text;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A world in which the process dies at the k-th thing that happens, be it an append, a barrier or a call, before it or
 * after it. The world outside lives on and remembers which effects it has seen.
 */
final class MortalWorld implements Journal, Modules, Surroundings {
    private final StubWorld stubs = new StubWorld();
    private final Map<String, Fields> inputs = new HashMap<>();
    private final Set<String> durable = new HashSet<>();
    private @Nullable String inFlight;
    private @Nullable String mayRepeat;
    private MemoryJournal journal = new MemoryJournal();
    private int diesAt;
    /** Whether each call of a transactional module counts at once. */
    boolean autoCommit = true;

    int events;
    int repeated;
    String broken = "";

    MortalWorld(int diesAt) {
        this.diesAt = diesAt;
    }

    MemoryJournal journal() {
        return journal;
    }

    /** A new process finds what the old one left. */
    void reborn(int lucky, int diesAt) {
        journal = journal.afterCrash(lucky);
        this.diesAt = diesAt;
        mayRepeat = inFlight;
    }

    /** While a run waits, its process may go; what it wrote before is all there. */
    void sleeps() {
        journal = journal.afterCrash(0);
        mayRepeat = null;
    }

    void later(int seconds) {
        stubs.now = stubs.now.plusSeconds(seconds);
    }

    private void event() {
        if (events++ == diesAt) {
            throw new Crash();
        }
    }

    @Override
    public Optional<Entry> recall(StepPath at) {
        return journal.recall(at);
    }

    @Override
    public void append(StepPath at, Entry entry) {
        event();
        journal.append(at, entry);
        event();
    }

    @Override
    public void barrier() {
        event();
        journal.barrier();
        durable.clear();
        journal.lines().forEach(line -> durable.add(line.at().toString()));
        event();
    }

    @Override
    public Effect effect(String module, int version, Fields input) {
        return stubs.effect(module, version, input);
    }

    @Override
    public Outcome call(String module, int version, Fields input, Invocation invocation) {
        if (effect(module, version, input) == Effect.NONE) {
            return stubs.call(module, version, input, invocation);
        }
        event();
        String key = invocation.idempotencyKey();
        if (!autoCommit && module.endsWith("ow")) {
            // What was not committed before the crash is done again; only its input must be the same.
            Fields before = inputs.put(key, input);
            broken = before != null && !before.equals(input) ? "repeats " + key + " with " + input : broken;
            return stubs.call(module, version, input, invocation);
        }
        boolean due = journal.recall(invocation.at()).orElse(null) instanceof Entry.Retrying;
        if (durable.contains(invocation.at().toString()) && !due) {
            broken = "repeats " + key + " whose outcome is durable";
        }
        Fields before = inputs.put(key, input);
        if (before != null) {
            repeated += due ? 0 : 1;
            if (!key.equals(mayRepeat) && !due) {
                broken = "repeats " + key + ", which was not in flight";
            }
            if (!before.equals(input)) {
                broken = "repeats " + key + " with " + input + " in place of " + before;
            }
        }
        mayRepeat = null;
        inFlight = key;
        Outcome outcome = stubs.call(module, version, input, invocation);
        event();
        return outcome;
    }

    @Override
    public Instant now() {
        return stubs.now();
    }

    @Override
    public long nanos() {
        return 0;
    }

    @Override
    public double random() {
        return stubs.random();
    }

    @Override
    public UUID uuid() {
        return stubs.uuid();
    }

    @Override
    public RunContext run() {
        return stubs.run();
    }

    @Override
    public List<Fields> more(int cycle) {
        return cycle == 1 ? List.of(Fields.of("v", Text.of("once more"), "items", Items.of(Text.of("f")))) : List.of();
    }

    /** The keys of all calls that touched the world. */
    Set<String> called() {
        return inputs.keySet();
    }

    Map<String, String> rows() {
        return stubs.rows;
    }

    @Override
    public void reply(Reply reply) {}
}
