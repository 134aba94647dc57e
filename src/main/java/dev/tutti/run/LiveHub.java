package dev.tutti.run;

import dev.tutti.scenario.ScenarioId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/** Tells those who look on what happened, in a thread of their own each, so that a slow one delays nobody. */
final class LiveHub implements LiveEvents {

    private final Map<Long, Set<ScenarioWatch>> scenarios = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<ChangeWatch> lists = new CopyOnWriteArrayList<>();
    private final Function<RunId, Optional<Snapshot>> snapshots;
    private final Function<ScenarioId, RunReader> reader;
    private volatile boolean closed;

    /** What a run came to up to now. */
    record Snapshot(RunDetail detail, long sequence, boolean here) {}

    LiveHub(Function<RunId, Optional<Snapshot>> snapshots, RunReader reader) {
        this.snapshots = snapshots;
        this.reader = scenario -> reader;
    }

    @Override
    public Watch run(RunId run, long after, Consumer<Numbered> listener) {
        return new RunWatch(run, after, listener, snapshots, () -> closed).start();
    }

    @Override
    public Watch scenario(ScenarioId scenario, Consumer<Numbered> listener) {
        ScenarioWatch watch =
                new ScenarioWatch(scenario, listener, snapshots, reader.apply(scenario), () -> closed, this::forget);
        scenarios
                .computeIfAbsent(scenario.value(), key -> ConcurrentHashMap.newKeySet())
                .add(watch);
        return watch.start();
    }

    private void forget(ScenarioWatch watch) {
        scenarios.computeIfPresent(watch.scenario().value(), (key, watches) -> {
            watches.remove(watch);
            return watches.isEmpty() ? null : watches;
        });
    }

    @Override
    public Watch changes(Runnable listener) {
        ChangeWatch watch = new ChangeWatch(listener, lists::remove);
        lists.add(watch);
        return watch.start();
    }

    @Override
    public void tell(ScenarioId scenario, LiveEvent event) {
        Set<ScenarioWatch> watches = scenarios.get(scenario.value());
        if (watches != null) {
            watches.forEach(watch -> watch.tell(event));
        }
    }

    /** A run is durable, or stands elsewhere than before. */
    void changed(long scenario, long run) {
        if (!scenarios.isEmpty()) {
            Set<ScenarioWatch> watches = scenarios.get(scenario);
            if (watches != null) {
                watches.forEach(watch -> watch.follow(new RunId(run)));
            }
        }
        if (!lists.isEmpty()) {
            lists.forEach(ChangeWatch::changed);
        }
    }

    void close() {
        closed = true;
    }
}
