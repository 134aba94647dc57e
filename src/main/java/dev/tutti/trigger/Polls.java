package dev.tutti.trigger;

import dev.tutti.connector.Modules;
import dev.tutti.connector.Polled;
import dev.tutti.connector.Polling.Batch;
import dev.tutti.connector.Polling.Candidate;
import dev.tutti.connector.Position;
import dev.tutti.connector.StartAt;
import dev.tutti.engine.Failure;
import dev.tutti.run.Cause;
import dev.tutti.run.Input;
import dev.tutti.run.Run;
import dev.tutti.run.RunId;
import dev.tutti.run.RunOrder;
import dev.tutti.run.RunStatus;
import dev.tutti.run.Runs;
import dev.tutti.run.Started;
import dev.tutti.scenario.Executable;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.Settings;
import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Asks polling triggers what is new and starts runs with it. Each thing is given out once: before a run is ordered, it is
 * written down where the position will be once the run with that key exists, so that after a crash it can be told whether
 * it does. When the run fails, the position goes back, unless a later run has been fed meanwhile.
 */
@Component
class Polls {

    private static final int DEFAULT_LIMIT = 10;
    private static final int MOST = 3_200;

    private final Modules modules;
    private final StoredPositions positions;
    private final CheckRuns checks;
    private final Runs runs;
    private final Clock clock;
    private final Map<ScenarioId, CompletableFuture<Void>> orders = new ConcurrentHashMap<>();

    Polls(Modules modules, StoredPositions positions, CheckRuns checks, Runs runs, Clock clock) {
        this.modules = modules;
        this.positions = positions;
        this.checks = checks;
        this.runs = runs;
        this.clock = clock;
    }

    /** What came of a poll. */
    sealed interface Answer {
        /** A run was ordered: with what was found, or one that tells why nothing could be found out. */
        record Began(Started run) implements Answer {}

        /** There was nothing new. */
        record Nothing() implements Answer {}

        /** Somebody polls at this moment, or the scenario's last run has to end first. */
        record Busy() implements Answer {}
    }

    /** Where the bundles of a run go to. */
    private record Ordering(PollTarget target, Executable executable, Cause cause) {}

    /** The trigger to ask of a version, if it has one. */
    Optional<PollTarget> target(Executable executable) {
        return PollTarget.of(executable, modules);
    }

    /** Asks for what is new, gives it to a run of this version and moves the position. */
    Answer poll(PollTarget target, Executable executable, Cause cause) {
        if (!positions.hold(target)) {
            return new Answer.Busy();
        }
        try {
            Ordering ordering = new Ordering(target, executable, cause);
            return stand(target, executable)
                    .map(stand -> stand.begun() ? feed(ordering, stand) : begin(ordering))
                    .orElseGet(Answer.Busy::new);
        } finally {
            positions.release(target);
        }
    }

    /**
     * Asks now because a person wants to see it: what is new, or the newest there is while nobody has chosen where to
     * start. The position stays where it is.
     */
    Answer look(PollTarget target, Executable executable, Cause cause) {
        Optional<Stand> stand = positions.find(target).filter(Stand::begun);
        Polled<Batch> polled = stand.isPresent() ? ask(target, stand.get().position()) : newest(target);
        Ordering ordering = new Ordering(target, executable, cause);
        return switch (polled) {
            case Polled.Failed<Batch>(Failure failure) -> failed(ordering, failure);
            case Polled.Got<Batch>(Batch batch) when batch.bundles().isEmpty() -> new Answer.Nothing();
            case Polled.Got<Batch>(Batch batch) -> new Answer.Began(order(ordering, batch.bundles(), Optional.empty()));
        };
    }

    /** Whether it is known where to start. */
    boolean begun(PollTarget target) {
        return positions.find(target).filter(Stand::begun).isPresent();
    }

    /** Starts with what comes from now on, unless it is known already where to start. */
    void begin(PollTarget target, Executable executable) {
        if (!begun(target) && positions.hold(target)) {
            try {
                begin(new Ordering(target, executable, Cause.SCHEDULE));
            } finally {
                positions.release(target);
            }
        }
    }

    private Answer begin(Ordering ordering) {
        PollTarget target = ordering.target();
        return switch (target.ask(
                modules,
                clock.instant(),
                (polling, values, invocation) -> polling.start(values, new StartAt.Now(), invocation))) {
            case Polled.Failed<Optional<Position>>(Failure failure) -> failed(ordering, failure);
            case Polled.Got<Optional<Position>>(Optional<Position> position) -> {
                positions.start(target, position, StartAt.Kind.NOW.json());
                checks.count(target.scenario(), target.zone());
                yield new Answer.Nothing();
            }
        };
    }

    /** Where it really stands, once it is known what became of the last run; empty where that has to end first. */
    private Optional<Stand> stand(PollTarget target, Executable executable) {
        Stand stand = positions.find(target).orElseThrow();
        if (stand.pending().isPresent()) {
            Stand.Pending pending = stand.pending().get();
            Optional<RunId> came = runs.withKey(pending.key());
            came.ifPresentOrElse(run -> positions.moved(target, pending.next(), run), () -> positions.withdraw(target));
            return stand(target, executable);
        }
        RunStatus last = stand.run().flatMap(runs::find).map(Run::status).orElse(RunStatus.SUCCESS);
        if (!last.ended()) {
            // What has several cycles asks for more itself, as long as it goes on.
            Settings settings = executable.blueprint().settings();
            boolean asks = settings.pace().cycles() > 1 && last != RunStatus.INCOMPLETE;
            return settings.sequential() || asks ? Optional.empty() : Optional.of(stand);
        }
        if (stand.run().isEmpty()) {
            return Optional.of(stand);
        }
        if (last == RunStatus.ERROR) {
            positions.back(target);
        } else {
            positions.settled(target);
        }
        return positions.find(target);
    }

    private Answer feed(Ordering ordering, Stand stand) {
        PollTarget target = ordering.target();
        return switch (ask(target, stand.position())) {
            case Polled.Failed<Batch>(Failure failure) -> failed(ordering, failure);
            case Polled.Got<Batch>(Batch batch)
            when batch.bundles().isEmpty() -> {
                positions.looked(target, batch.next());
                checks.count(target.scenario(), target.zone());
                yield new Answer.Nothing();
            }
            case Polled.Got<Batch>(Batch batch) -> {
                String key = "poll/" + target.scenario() + "/" + target.node().no() + "/" + stand.serial();
                positions.announce(target, new Stand.Pending(key, batch.next()));
                CompletableFuture<Void> order = new CompletableFuture<>();
                orders.put(target.scenario(), order);
                try {
                    Started run = order(ordering, batch.bundles(), Optional.of(key));
                    if (run.accepted()) {
                        positions.moved(target, batch.next(), run.id());
                    }
                    yield new Answer.Began(run);
                } finally {
                    orders.remove(target.scenario(), order);
                    order.complete(null);
                }
            }
        };
    }

    /** The bundles of a later cycle of the run that was fed last; none where it has been succeeded or nothing came. */
    List<Fields> more(PollTarget target, RunId run, int cycle) {
        awaitOrder(target);
        if (!positions.feeds(target, run)) {
            return List.of();
        }
        return switch (ask(target, positions.find(target).flatMap(Stand::position))) {
            case Polled.Got<Batch>(Batch batch)
            when !batch.bundles().isEmpty() -> {
                positions.ahead(target, run, cycle, batch.next());
                yield batch.bundles();
            }
            // The next poll of the schedule will tell.
            case Polled.Got<Batch> _, Polled.Failed<Batch> _ -> List.of();
        };
    }

    /** A run may be done with its first cycle before the position knows of the run. */
    void awaitOrder(PollTarget target) {
        CompletableFuture<Void> order = orders.get(target.scenario());
        if (order != null) {
            order.join();
        }
    }

    private Polled<Batch> ask(PollTarget target, Optional<Position> since) {
        return target.ask(
                modules,
                clock.instant(),
                (polling, values, invocation) -> polling.poll(values, since, limit(values), invocation));
    }

    /** The newest there are, as many as one cycle takes. */
    private Polled<Batch> newest(PollTarget target) {
        return target.ask(modules, clock.instant(), (polling, values, invocation) -> {
            int limit = limit(values);
            return switch (polling.candidates(values, limit, invocation)) {
                case Polled.Failed<List<Candidate>>(Failure failure) -> new Polled.Failed<>(failure);
                case Polled.Got<List<Candidate>>(List<Candidate> all)
                when all.isEmpty() -> polling.poll(values, Optional.empty(), limit, invocation);
                case Polled.Got<List<Candidate>>(List<Candidate> all) ->
                    switch (polling.start(values, new StartAt.With(all.getLast().id()), invocation)) {
                        case Polled.Failed<Optional<Position>>(Failure failure) -> new Polled.Failed<>(failure);
                        case Polled.Got<Optional<Position>>(var from) -> polling.poll(values, from, limit, invocation);
                    };
            };
        });
    }

    static int limit(Fields values) {
        return values.get("limit") instanceof Num(BigDecimal number)
                ? number.min(BigDecimal.valueOf(MOST)).max(BigDecimal.ONE).intValue()
                : DEFAULT_LIMIT;
    }

    private Answer failed(Ordering ordering, Failure failure) {
        RunOrder order = RunOrder.of(ordering.executable().version().id(), ordering.cause(), Input.of(List.of()));
        return new Answer.Began(runs.failed(order, ordering.target().node().no(), failure));
    }

    private Started order(Ordering ordering, List<Fields> bundles, Optional<String> key) {
        return runs.start(new RunOrder(
                ordering.executable().version().id(), ordering.cause(), Input.of(bundles), key, Optional.empty()));
    }
}
