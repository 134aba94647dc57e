package dev.tutti.trigger;

import dev.tutti.run.Cause;
import dev.tutti.run.Input;
import dev.tutti.run.RunOrder;
import dev.tutti.run.Runs;
import dev.tutti.run.Started;
import dev.tutti.scenario.Executable;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.ScenarioSummary;
import dev.tutti.scenario.ScenarioVersionId;
import dev.tutti.scenario.Scenarios;
import dev.tutti.scenario.StartsBy;
import dev.tutti.value.Fields;
import dev.tutti.value.Moment;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Starts scenarios for what happened outside. */
@Component
public final class Triggers {

    private final Scenarios scenarios;
    private final Runs runs;
    private final Polls polls;
    private final PollClock pollClock;
    private final Clock clock;

    Triggers(Scenarios scenarios, Runs runs, Polls polls, PollClock pollClock, Clock clock) {
        this.scenarios = scenarios;
        this.runs = runs;
        this.polls = polls;
        this.pollClock = pollClock;
        this.clock = clock;
    }

    /**
     * Starts a version because a person or a program asked for it, with the bundles it is given or, where there are
     * none, with what its trigger gives at this moment.
     */
    public Begun start(ScenarioVersionId version, Cause cause, List<Fields> bundles) {
        Optional<Executable> executable = scenarios.plan(version);
        Optional<PollTarget> polled = bundles.isEmpty() ? executable.flatMap(polls::target) : Optional.empty();
        if (polled.isPresent()) {
            return poll(polled.get(), executable.orElseThrow(), cause);
        }
        boolean clocked = executable
                .filter(it -> it.startsBy() instanceof StartsBy.Schedule)
                .isPresent();
        Instant now = clock.instant();
        List<Fields> given = !bundles.isEmpty() ? bundles : List.of(clocked ? struck(now, now) : Fields.EMPTY);
        return new Begun.Running(runs.start(RunOrder.of(version, cause, Input.of(given))));
    }

    /** What is live never misses a thing because somebody tried the draft out. */
    private Begun poll(PollTarget target, Executable executable, Cause cause) {
        boolean moves = !target.test()
                || (polls.begun(target)
                        && scenarios
                                .find(target.scenario())
                                .filter(ScenarioSummary::on)
                                .isEmpty());
        return switch (moves ? pollClock.poll(target, executable, cause) : polls.look(target, executable, cause)) {
            case Polls.Answer.Began(Started run) -> new Begun.Running(run);
            case Polls.Answer.Nothing() -> new Begun.NothingNew();
            case Polls.Answer.Busy() -> new Begun.Busy();
        };
    }

    /** The clock struck: starts the live version once for that moment. False when it has to be tried again. */
    boolean fire(ScenarioId scenario, Instant scheduledAt) {
        Optional<Executable> live = scenarios
                .find(scenario)
                .filter(ScenarioSummary::on)
                .flatMap(ScenarioSummary::live)
                .flatMap(version -> scenarios.plan(version.id()));
        return live.isEmpty() || pollClock.rang(live.get()) || strike(live.get(), scheduledAt);
    }

    private boolean strike(Executable live, Instant scheduledAt) {
        return runs.start(new RunOrder(
                        live.version().id(),
                        Cause.SCHEDULE,
                        Input.of(List.of(struck(scheduledAt, clock.instant()))),
                        Optional.of("schedule/" + live.version().scenario() + "/" + scheduledAt.toEpochMilli()),
                        Optional.empty()))
                .accepted();
    }

    private static Fields struck(Instant scheduledAt, Instant firedAt) {
        return Fields.of("scheduledAt", new Moment(scheduledAt), "firedAt", new Moment(firedAt));
    }
}
