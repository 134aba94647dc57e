package dev.tutti.trigger;

import dev.tutti.run.Cause;
import dev.tutti.run.Run;
import dev.tutti.run.RunEnded;
import dev.tutti.run.RunId;
import dev.tutti.run.RunStatus;
import dev.tutti.run.Runs;
import dev.tutti.scenario.Scenarios;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What follows when a run ends that was fed by a poll: the position goes back, or the next cycle begins. */
@Component
class PollReturns {

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
            return;
        }
        int cycles = positions.settled(run);
        if (cycles > 0 && status != RunStatus.STOPPED) {
            runs.find(run)
                    .flatMap(ended -> scenarios.plan(ended.versionId()))
                    .ifPresent(executable ->
                            polls.target(executable).ifPresent(target -> next(target, executable, cycles)));
        }
    }

    private void next(PollTarget target, dev.tutti.scenario.Executable executable, int cycles) {
        Thread.ofVirtual().name("poll-" + target.scenario()).start(() -> {
            if (polls.poll(target, executable, Cause.SCHEDULE, cycles) instanceof Polls.Answer.Began(var run)) {
                fed(run.id());
            }
        });
    }
}
