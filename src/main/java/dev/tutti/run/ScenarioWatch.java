package dev.tutti.run;

import dev.tutti.scenario.ScenarioId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/** Follows a scenario: the runs that begin, each until it ends, and what else is told about it. */
final class ScenarioWatch implements LiveEvents.Watch {

    private static final long PAUSE_MILLIS = 100;
    private static final int ELSEWHERE_EVERY = 10;
    private static final int STORED_EVERY = 5;
    private static final int MOST_RUNS = 20;

    private final ScenarioId scenario;
    private final Consumer<LiveEvents.Numbered> listener;
    private final Function<RunId, Optional<LiveHub.Snapshot>> snapshots;
    private final RunReader reader;
    private final BooleanSupplier over;
    private final Consumer<ScenarioWatch> forget;
    private final LinkedBlockingQueue<Object> news = new LinkedBlockingQueue<>(10_000);
    private final Map<RunId, RunDiff> runs = new LinkedHashMap<>();
    private final Set<RunId> fresh = new HashSet<>();
    private final Map<RunId, Boolean> finished = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<RunId, Boolean> eldest) {
            return size() > 1_000;
        }
    };
    private volatile boolean closed;
    private long newest;

    ScenarioWatch(
            ScenarioId scenario,
            Consumer<LiveEvents.Numbered> listener,
            Function<RunId, Optional<LiveHub.Snapshot>> snapshots,
            RunReader reader,
            BooleanSupplier over,
            Consumer<ScenarioWatch> forget) {
        this.scenario = scenario;
        this.listener = listener;
        this.snapshots = snapshots;
        this.reader = reader;
        this.over = over;
        this.forget = forget;
    }

    ScenarioId scenario() {
        return scenario;
    }

    /** From now on no run that begins is missed. */
    ScenarioWatch start() {
        newest = reader.list(RunQuery.newest(1).of(scenario)).items().stream()
                .mapToLong(run -> run.id().value())
                .findFirst()
                .orElse(0);
        Thread.ofVirtual().name("watch-scenario-" + scenario).start(this::follow);
        return this;
    }

    void follow(RunId run) {
        news.offer(run);
    }

    void tell(LiveEvent event) {
        news.offer(event);
    }

    private void follow() {
        try {
            for (int round = 0; !closed && !over.getAsBoolean(); round++) {
                for (Object item = news.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS); item != null; item = news.poll()) {
                    if (item instanceof RunId run) {
                        begin(run);
                    } else if (item instanceof LiveEvent event) {
                        listener.accept(new LiveEvents.Numbered(0, event));
                    }
                }
                if (round % ELSEWHERE_EVERY == 0) {
                    reader.after(scenario, newest).forEach(run -> begin(new RunId(run)));
                }
                look(round);
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        } finally {
            closed = true;
            forget.accept(this);
        }
    }

    private void begin(RunId run) {
        fresh.add(run);
        if (run.value() > newest) {
            newest = run.value();
        }
        if (runs.size() < MOST_RUNS && !finished.containsKey(run)) {
            runs.putIfAbsent(run, new RunDiff());
        }
    }

    private void look(int round) {
        runs.entrySet().removeIf(entry -> {
            boolean due = fresh.remove(entry.getKey()) || entry.getValue().here() || round % STORED_EVERY == 0;
            LiveHub.Snapshot now = due ? snapshots.apply(entry.getKey()).orElse(null) : null;
            if (now == null) {
                return false;
            }
            entry.getValue()
                    .next(now)
                    .forEach(event -> listener.accept(new LiveEvents.Numbered(now.sequence(), event)));
            if (entry.getValue().over()) {
                finished.put(entry.getKey(), true);
            }
            return entry.getValue().over();
        });
    }

    @Override
    public boolean closed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
