package dev.tutti.engine;

import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Performs the operations of a run, or recalls them, and counts them. */
final class Operations {
    private final Setting setting;
    private final @Nullable Showing showing;
    private final int[] counts;
    private int total;

    Operations(Setting setting, Inputs.@Nullable Collector collector) {
        this.setting = setting;
        this.showing = collector == null ? null : new Showing(setting, collector);
        this.counts = new int[setting.plan().layout().slots];
    }

    int total() {
        return total;
    }

    /** The walk begins here; what was before belongs to another run. */
    void begin() {
        Arrays.fill(counts, 0);
        total = 0;
    }

    /** The trigger's one operation in a cycle, which happened before it. */
    void trigger(int id) {
        counts[id]++;
        total++;
    }

    Upshot perform(Step step, int id, StepPath at) {
        int operation = counts[id]++;
        total++;
        if (total > setting.plan().limits().operations()) {
            return new Upshot.Fault(
                    setting.texts().tooManyOperations(setting.plan().limits().operations()));
        }
        if (showing != null) {
            showing.input(step, id, operation, at);
        }
        Entry known = setting.journal().recall(at).orElse(null);
        int tried = 0;
        switch (known) {
            case Entry.Suspended suspended -> known = wake(suspended, at);
            case Entry.Retrying retrying
            when setting.surroundings().now().isBefore(retrying.again()) -> {
                finished(id, operation, at, retrying, true);
                return new Upshot.Waiting(new Wake.At(retrying.again()));
            }
            case Entry.Retrying retrying -> {
                tried = retrying.tried();
                known = null;
            }
            case null, default -> {}
        }
        if (known != null && !worksOutAnew(step, at, known)) {
            finished(id, operation, at, known, true);
            return recalled(step, at, known);
        }
        return perform(step, id, operation, at, known, tried);
    }

    private Upshot perform(Step step, int id, int operation, StepPath at, @Nullable Entry before, int tried) {
        if (before == null) {
            setting.watcher().entered(id, operation, at);
        }
        Performance performance = new Performance(setting, at);
        Upshot upshot = performance.of(step);
        if (before != null && upshot instanceof Upshot.Waiting) {
            // It has waited before; nobody waits twice because something before it was edited.
            finished(id, operation, at, before, true);
            workedOut(at, before);
            return recalled(step, at, before);
        }
        Entry entry = performance.entry(upshot);
        if (step instanceof Step.Call call && entry instanceof Entry.Failed failed) {
            entry = retrying(call, failed, tried + 1);
        }
        if (entry == null) {
            return upshot;
        }
        if (before == null) {
            // Before the entry: a crash in between leaves nothing that could be taken for older than the change.
            workedOut(at, entry);
            setting.transactions().append(at, entry);
        } else {
            if (!sameAs(before, entry)) {
                setting.transactions().append(at, entry);
            }
            workedOut(at, entry);
        }
        if (entry instanceof Entry.Suspended || entry instanceof Entry.Retrying) {
            setting.journal().barrier();
        }
        finished(id, operation, at, entry, false);
        return entry instanceof Entry.Retrying retrying ? new Upshot.Waiting(new Wake.At(retrying.again())) : upshot;
    }

    private Entry retrying(Step.Call call, Entry.Failed failed, int tried) {
        Optional<Duration> wait = call.retry().flatMap(retry -> retry.wait(tried, failed.failure()));
        return wait.<Entry>map(pause -> new Entry.Retrying(
                        failed.failure(),
                        tried,
                        setting.surroundings().now().plus(pause),
                        failed.effect(),
                        failed.startedAtMillis(),
                        failed.micros()))
                .orElse(failed);
    }

    /** Whether it was worked out from what somebody changed since, and touches nothing outside. */
    private boolean worksOutAnew(Step step, StepPath at, Entry known) {
        return isPure(known)
                && !(step instanceof Step.Increment)
                && setting.revision().touches(at)
                && !setting.journal().recall(Marks.revision(at)).equals(Optional.of(revised()));
    }

    private static boolean isPure(Entry entry) {
        return switch (entry) {
            case Entry.Emitted emitted -> emitted.effect() == Effect.NONE;
            case Entry.Failed failed -> failed.effect() == Effect.NONE;
            default -> false;
        };
    }

    private Entry revised() {
        return new Entry.Drawn(Num.of(setting.revision().times()));
    }

    /** Has it not worked out once more when the run goes on. */
    private void workedOut(StepPath at, Entry entry) {
        if (isPure(entry) && setting.revision().touches(at)) {
            setting.journal().append(Marks.revision(at), revised());
        }
    }

    private static boolean sameAs(Entry before, Entry now) {
        return switch (before) {
            case Entry.Emitted one ->
                now instanceof Entry.Emitted other && one.bundles().equals(other.bundles());
            case Entry.Failed one ->
                now instanceof Entry.Failed other && one.failure().equals(other.failure());
            default -> false;
        };
    }

    /** An aggregator lets go of what it collected. */
    Upshot aggregate(Step.Aggregate step, StepPath at, Gatherer gatherer) {
        int id = step.id();
        int operation = counts[id]++;
        total++;
        if (showing != null) {
            showing.collected(id, operation, at, gatherer);
        }
        Entry known = setting.journal().recall(at).orElse(null);
        if (known instanceof Entry.Emitted emitted && !worksOutAnew(step, at, known)) {
            finished(id, operation, at, known, true);
            return new Upshot.Bundles(emitted.bundles());
        }
        setting.watcher().entered(id, operation, at);
        Performance performance = new Performance(setting, at);
        Upshot upshot = step.gathering() instanceof Gathering.Made made
                ? performance.of(made, gatherer.groups())
                : new Upshot.Bundles(gatherer.bundles());
        Entry entry = performance.entry(upshot);
        boolean told = entry != null && known != null && sameAs(known, entry);
        if (entry != null) {
            if (!told) {
                setting.journal().append(at, entry);
            }
            workedOut(at, entry);
            finished(id, operation, at, entry, told);
        }
        return upshot;
    }

    private void finished(int id, int operation, StepPath at, Entry entry, boolean recalled) {
        setting.watcher().finished(id, operation, at, entry, recalled);
    }

    /** The entry as it is now: a wait that is over becomes what it waited for. */
    private Entry wake(Entry.Suspended suspended, StepPath at) {
        Instant now = setting.surroundings().now();
        Entry awake = switch (suspended.wake()) {
            case Wake.At(Instant time)
            when !now.isBefore(time) ->
                new Entry.Emitted(
                        suspended.then(), suspended.effect(), suspended.startedAtMillis(), suspended.micros());
            case Wake.Signal(String _, Optional<Instant> until)
            when until.isPresent() && !now.isBefore(until.get()) ->
                new Entry.Failed(
                        setting.texts().nobodyAnswered(until.get()),
                        suspended.effect(),
                        suspended.startedAtMillis(),
                        suspended.micros());
            case Wake.At _, Wake.Signal _ -> suspended;
        };
        if (awake != suspended) {
            workedOut(at, awake);
            setting.journal().append(at, awake);
        }
        return awake;
    }

    private Upshot recalled(Step step, StepPath at, Entry known) {
        return switch (known) {
            case Entry.Emitted emitted -> {
                remember(step, emitted.bundles());
                yield new Upshot.Bundles(emitted.bundles());
            }
            case Entry.Failed failed -> new Upshot.Fault(failed.failure());
            case Entry.Suspended suspended -> new Upshot.Waiting(suspended.wake());
            case Entry.Iterated _ -> new Performance(setting, at).of(step);
            case Entry.Retrying _, Entry.Drawn _, Entry.Filtered _, Entry.Routed _, Entry.Handled _ ->
                throw new IllegalStateException("The journal does not belong to this plan: " + at + " is " + known);
        };
    }

    /** What the operation left behind, beside its bundles. */
    private void remember(Step step, List<Fields> bundles) {
        Variables variables = setting.variables();
        for (Fields bundle : bundles) {
            switch (step) {
                case Step.Assign assign ->
                    bundle.fields().forEach((name, value) -> variables.assign(name, value, assign.lifetime()));
                case Step.Increment increment
                when bundle.get("i") instanceof Num(var count) -> variables.counted(increment, count.longValue());
                case Step.Return _ -> variables.outputs(bundle);
                default -> {}
            }
        }
    }
}
