package dev.tutti.trigger;

import dev.tutti.run.Cause;
import dev.tutti.scenario.Executable;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.ScenarioPublished;
import dev.tutti.scenario.ScenarioTurnedOn;
import dev.tutti.scenario.ScenarioVersionId;
import dev.tutti.scenario.Scenarios;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Lets polls happen in threads of their own, so that one that takes long delays no other alarm. */
@Component
class PollClock {

    private static final int AT_ONCE = 64;
    private static final Logger LOG = LoggerFactory.getLogger(PollClock.class);

    private final Polls polls;
    private final PollReturns returns;
    private final Scenarios scenarios;
    private final Semaphore places = new Semaphore(AT_ONCE);

    PollClock(Polls polls, PollReturns returns, Scenarios scenarios) {
        this.polls = polls;
        this.returns = returns;
        this.scenarios = scenarios;
    }

    /** The alarm of a scenario rang; false when its trigger is not one to be asked. */
    boolean rang(Executable live) {
        Optional<PollTarget> target = polls.target(live);
        target.ifPresent(it -> apart(it.scenario(), () -> poll(it, live)));
        return target.isPresent();
    }

    /** Asks once and waits for the answer. */
    Polls.Answer poll(PollTarget target, Executable live) {
        return poll(target, live, Cause.SCHEDULE);
    }

    Polls.Answer poll(PollTarget target, Executable executable, Cause cause) {
        Polls.Answer answer = polls.poll(target, executable, cause);
        if (answer instanceof Polls.Answer.Began(var run)) {
            returns.fed(run.id());
        }
        return answer;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void turnedOn(ScenarioTurnedOn event) {
        begin(event.scenario(), event.live());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void published(ScenarioPublished event) {
        if (event.on()) {
            begin(event.scenario(), event.version());
        }
    }

    /** From when it is turned on, not from the first alarm after that. */
    private void begin(ScenarioId scenario, ScenarioVersionId version) {
        scenarios
                .plan(version)
                .ifPresent(executable -> polls.target(executable)
                        .ifPresent(target -> apart(scenario, () -> polls.begin(target, executable))));
    }

    private void apart(ScenarioId scenario, Runnable work) {
        Thread.ofVirtual().name("poll-" + scenario).start(() -> {
            try {
                places.acquire();
                try {
                    work.run();
                } finally {
                    places.release();
                }
            } catch (InterruptedException asked) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException failure) {
                LOG.warn("Scenario {} could not be polled", scenario, failure);
            }
        });
    }
}
