package dev.tutti.trigger;

import dev.tutti.run.Cause;
import dev.tutti.run.Input;
import dev.tutti.run.RunOrder;
import dev.tutti.run.Runs;
import dev.tutti.run.Started;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.ScenarioSummary;
import dev.tutti.scenario.ScenarioVersion;
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
    private final Clock clock;

    Triggers(Scenarios scenarios, Runs runs, Clock clock) {
        this.scenarios = scenarios;
        this.runs = runs;
        this.clock = clock;
    }

    /**
     * Starts a version because a person or a program asked for it, with the bundles it is given or, where there are
     * none, with what its trigger would give at this moment.
     */
    public Started start(ScenarioVersionId version, Cause cause, List<Fields> bundles) {
        boolean clocked = scenarios
                .plan(version)
                .filter(executable -> executable.startsBy() instanceof StartsBy.Schedule)
                .isPresent();
        Instant now = clock.instant();
        List<Fields> given = !bundles.isEmpty() ? bundles : List.of(clocked ? struck(now, now) : Fields.EMPTY);
        return runs.start(RunOrder.of(version, cause, Input.of(given)));
    }

    /** The clock struck: starts the live version once for that moment. False when it has to be tried again. */
    boolean fire(ScenarioId scenario, Instant scheduledAt) {
        Optional<ScenarioVersion> live =
                scenarios.find(scenario).filter(ScenarioSummary::on).flatMap(ScenarioSummary::live);
        return live.map(version -> runs.start(new RunOrder(
                                version.id(),
                                Cause.SCHEDULE,
                                Input.of(List.of(struck(scheduledAt, clock.instant()))),
                                Optional.of("schedule/" + scenario + "/" + scheduledAt.toEpochMilli()),
                                Optional.empty()))
                        .accepted())
                .orElse(true);
    }

    private static Fields struck(Instant scheduledAt, Instant firedAt) {
        return Fields.of("scheduledAt", new Moment(scheduledAt), "firedAt", new Moment(firedAt));
    }
}
