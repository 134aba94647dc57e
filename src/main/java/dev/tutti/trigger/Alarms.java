package dev.tutti.trigger;

import dev.tutti.scenario.ScenarioDeleted;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.ScenarioPublished;
import dev.tutti.scenario.ScenarioQuery;
import dev.tutti.scenario.ScenarioSummary;
import dev.tutti.scenario.ScenarioTurnedOff;
import dev.tutti.scenario.ScenarioTurnedOn;
import dev.tutti.scenario.Scenarios;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** One alarm per scheduled scenario, for its next start only; when it rings, the one after it is set. */
@Component
final class Alarms {

    static final String AT = "at";
    private static final String GROUP = "schedule";
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

    private final Scheduler quartz;
    private final Schedules schedules;
    private final Scenarios scenarios;
    private final Triggers triggers;
    private final Clock clock;

    Alarms(Scheduler quartz, Schedules schedules, Scenarios scenarios, Triggers triggers, Clock clock) {
        this.quartz = quartz;
        this.schedules = schedules;
        this.scenarios = scenarios;
        this.triggers = triggers;
        this.clock = clock;
    }

    /**
     * Starts the scenario and sets its next alarm. Starts that were missed meanwhile are not made up for one by one:
     * the next alarm is the first after now.
     */
    void ring(ScenarioId scenario, Instant at) throws SchedulerException {
        if (!triggers.fire(scenario, at)) {
            set(scenario, at, clock.instant().plus(SOON));
            return;
        }
        Instant now = clock.instant();
        renew(scenario, now.isAfter(at) ? now : at);
    }

    private void renew(ScenarioId scenario, Instant after) throws SchedulerException {
        Optional<Instant> next = schedules.next(scenario, after);
        if (next.isPresent()) {
            set(scenario, next.get(), next.get());
        } else {
            quartz.deleteJob(job(scenario));
        }
    }

    private void set(ScenarioId scenario, Instant scheduledAt, Instant ringAt) throws SchedulerException {
        JobDetail job = JobBuilder.newJob(AlarmJob.class)
                .withIdentity(job(scenario))
                .requestRecovery()
                .storeDurably()
                .build();
        Trigger trigger = TriggerBuilder.newTrigger()
                .withIdentity(new TriggerKey(scenario.toString(), GROUP))
                .forJob(job)
                .usingJobData(AT, Long.toString(scheduledAt.toEpochMilli()))
                .startAt(Date.from(ringAt))
                .withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
                .build();
        quartz.scheduleJob(job, java.util.Set.of(trigger), true);
    }

    private static JobKey job(ScenarioId scenario) {
        return new JobKey(scenario.toString(), GROUP);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void published(ScenarioPublished event) {
        follow(event.scenario());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void turnedOn(ScenarioTurnedOn event) {
        follow(event.scenario());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void turnedOff(ScenarioTurnedOff event) {
        follow(event.scenario());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void deleted(ScenarioDeleted event) {
        follow(event.scenario());
    }

    /**
     * Outside the thread of the transaction that has just ended: in it, what Quartz writes would never be committed, and
     * Quartz would look for the alarm before it is there.
     */
    private void follow(ScenarioId scenario) {
        Thread thread = Thread.ofVirtual().name("alarm-" + scenario).start(() -> {
            try {
                renew(scenario, clock.instant());
            } catch (SchedulerException | RuntimeException failure) {
                LOG.error("The schedule of scenario {} could not be set", scenario, failure);
            }
        });
        try {
            thread.join();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sets what a crash between a change and its alarm left out. */
    @EventListener(ApplicationReadyEvent.class)
    void catchUp() {
        Optional<String> cursor = Optional.empty();
        do {
            var page = scenarios.list(
                    new ScenarioQuery(Optional.empty(), Optional.of(ScenarioQuery.Status.ON), cursor, 200));
            page.items().stream().map(ScenarioSummary::id).forEach(this::setIfMissing);
            cursor = page.next();
        } while (cursor.isPresent());
    }

    private void setIfMissing(ScenarioId scenario) {
        try {
            if (quartz.getTriggersOfJob(job(scenario)).isEmpty()) {
                renew(scenario, clock.instant());
            }
        } catch (SchedulerException failure) {
            LOG.error("The schedule of scenario {} could not be set", scenario, failure);
        }
    }
}
