package dev.tutti.trigger;

import dev.tutti.run.Cause;
import dev.tutti.run.CycleFeed;
import dev.tutti.run.Run;
import dev.tutti.run.RunEnded;
import dev.tutti.run.RunId;
import dev.tutti.run.RunStatus;
import dev.tutti.run.Runs;
import dev.tutti.scenario.ScenarioVersionId;
import dev.tutti.scenario.Scenarios;
import dev.tutti.value.Fields;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What runs that were fed by a poll give back: they ask for their later cycles, and the position goes back if they fail. */
@Component
class PollReturns implements CycleFeed {

    /** Those that polls cause; webhooks are too many to be asked about. */
    private static final Set<Cause> POLLED = EnumSet.of(Cause.SCHEDULE, Cause.MANUAL, Cause.API);

    private final StoredPositions positions;
    private final Polls polls;
    private final Runs runs;
    private final Scenarios scenarios;

    PollReturns(StoredPositions positions, Polls polls, Runs runs, Scenarios scenarios) {
        this.positions = positions;
        this.polls = polls;
        this.runs = runs;
        this.scenarios = scenarios;
    }

    @Override
    public List<Fields> more(RunId run, ScenarioVersionId version, int cycle) {
        return scenarios
                .plan(version)
                .flatMap(polls::target)
                .map(target -> polls.more(target, run, cycle))
                .orElse(List.of());
    }

    @Override
    public void settle(RunId run, ScenarioVersionId version, int cycle, boolean counts) {
        if (counts) {
            scenarios.plan(version).flatMap(polls::target).ifPresent(polls::awaitOrder);
            positions.counts(run, cycle);
        }
    }

    @EventListener
    void ended(RunEnded event) {
        if (POLLED.contains(event.cause())) {
            follow(event.run(), event.status());
        }
    }

    /** A run may end before the position knows of it; whoever fed it asks once more. */
    void fed(RunId run) {
        runs.find(run).map(Run::status).filter(RunStatus::ended).ifPresent(status -> follow(run, status));
    }

    private void follow(RunId run, RunStatus status) {
        if (status == RunStatus.ERROR) {
            positions.back(run);
        } else {
            positions.settled(run);
        }
    }
}
