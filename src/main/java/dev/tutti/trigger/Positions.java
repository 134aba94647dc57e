package dev.tutti.trigger;

import dev.tutti.connector.Modules;
import dev.tutti.connector.Polled;
import dev.tutti.connector.Polling;
import dev.tutti.connector.Position;
import dev.tutti.connector.StartAt;
import dev.tutti.engine.Failure;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.Scenarios;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Where scenarios that ask for what is new start and stand. What the trigger is, the draft says. */
@Component
public class Positions {

    private static final int MOST_CANDIDATES = 100;

    private final Scenarios scenarios;
    private final Modules modules;
    private final StoredPositions stored;
    private final Clock clock;

    Positions(Scenarios scenarios, Modules modules, StoredPositions stored, Clock clock) {
        this.scenarios = scenarios;
        this.modules = modules;
        this.stored = stored;
        this.clock = clock;
    }

    /**
     * What can be said of a scenario's trigger.
     *
     * @param module its number
     * @param starts the ways to choose where to start
     * @param begun whether it is known where to start
     * @param position as the trigger wrote it; empty at the very beginning
     * @param chosen how it was started last, and when
     */
    public record Where(
            int module,
            String ref,
            Set<StartAt.Kind> starts,
            boolean begun,
            Optional<String> position,
            Optional<StartAt.Kind> chosen,
            Optional<Instant> chosenAt) {}

    /** What became of choosing where to start. */
    public sealed interface Choice {
        record Done(Where where) implements Choice {}

        /** This trigger cannot start that way. */
        record NotOffered(Set<StartAt.Kind> offered) implements Choice {}

        /** Somebody polls at this moment. */
        record Busy() implements Choice {}

        record Failed(Failure failure) implements Choice {}
    }

    /** Empty where there is no such scenario, or its trigger is not one to be asked. */
    public Optional<Where> of(ScenarioId scenario) {
        return target(scenario).map(this::where);
    }

    /** Where it shall start from now on, whatever it gave out before; empty as for {@link #of}. */
    public Optional<Choice> choose(ScenarioId scenario, StartAt at) {
        return target(scenario).map(target -> choose(target, at));
    }

    private Choice choose(PollTarget target, StartAt at) {
        Set<StartAt.Kind> offered = target.polling(modules).starts();
        if (!offered.contains(at.kind())) {
            return new Choice.NotOffered(offered);
        }
        if (!stored.hold(target)) {
            return new Choice.Busy();
        }
        try {
            return switch (target.ask(
                    modules, clock.instant(), (polling, values, invocation) -> polling.start(values, at, invocation))) {
                case Polled.Failed<Optional<Position>>(Failure failure) -> new Choice.Failed(failure);
                case Polled.Got<Optional<Position>>(var position) -> {
                    stored.start(target, position, at.kind().json());
                    yield new Choice.Done(where(target));
                }
            };
        } finally {
            stored.release(target);
        }
    }

    /** What one may pick to start with, the newest first; empty as for {@link #of}. */
    public Optional<Polled<List<Polling.Candidate>>> candidates(ScenarioId scenario) {
        return target(scenario)
                .map(target -> target.ask(
                        modules,
                        clock.instant(),
                        (polling, values, invocation) -> polling.candidates(values, MOST_CANDIDATES, invocation)));
    }

    private Optional<PollTarget> target(ScenarioId scenario) {
        return scenarios
                .draft(scenario)
                .flatMap(draft -> PollTarget.of(scenario, draft.name(), draft.blueprint(), modules));
    }

    private Where where(PollTarget target) {
        Optional<Stand> stand = stored.find(target);
        Optional<Stand.Chosen> chosen = stand.flatMap(Stand::chosen);
        return new Where(
                target.node().no(),
                target.node().module(),
                target.polling(modules).starts(),
                stand.filter(Stand::begun).isPresent(),
                stand.flatMap(Stand::position).map(position -> position.json()),
                chosen.flatMap(it -> kind(it.kind())),
                chosen.map(Stand.Chosen::at));
    }

    private static Optional<StartAt.Kind> kind(String json) {
        return Arrays.stream(StartAt.Kind.values())
                .filter(kind -> kind.json().equals(json))
                .findFirst();
    }
}
