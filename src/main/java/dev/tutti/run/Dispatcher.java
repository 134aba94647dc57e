package dev.tutti.run;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.LongFunction;
import javax.sql.DataSource;

/**
 * What waits: runs beyond the limit, sleeping runs, lanes, runs of dead processes. db-scheduler gives each of them to
 * one process and notices within twelve seconds when that one dies.
 */
final class Dispatcher {

    /** What is to become of an alarm after its run was looked at. */
    sealed interface Next {
        /** The run has ended or somebody else looks after it. */
        record Done() implements Next {}

        record Again(Instant at) implements Next {}
    }

    /** What alarms are for; each has an instance that begins with the number of what it wakes. */
    enum Task {
        RUN,
        INCOMPLETE,
        REPLAY
    }

    private static final String NIGHT = "night";
    private static final int THREADS = 50;
    private static final Duration RETRY = Duration.ofMillis(500);

    private final Scheduler scheduler;
    private volatile long offset;
    private final Map<Task, LongFunction<Next>> tasks = new ConcurrentHashMap<>();
    private volatile Runnable nightly = () -> {};

    Dispatcher(DataSource database, RunTables tables, long node) {
        var night = Tasks.recurring(NIGHT, Schedules.daily(ZoneOffset.UTC, LocalTime.of(2, 17)))
                .execute((instance, context) -> nightly.run());
        SchedulerBuilder builder = Scheduler.create(
                        database, List.of(task(Task.RUN), task(Task.INCOMPLETE), task(Task.REPLAY)))
                .startTasks(night)
                .schedulerName(new SchedulerName.Fixed("node-" + node))
                .threads(THREADS)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .pollingInterval(Duration.ofMillis(200))
                .heartbeatInterval(Duration.ofSeconds(3))
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(25))
                .failureLogging(LogLevel.WARN, true)
                .clock(this::now);
        scheduler = (tables instanceof H2Tables
                        ? builder.pollUsingFetchAndLockOnExecute(0.5, 2.0)
                        : builder.pollUsingLockAndFetch(0.5, 2.0))
                .build();
    }

    private CustomTask<Void> task(Task which) {
        return Tasks.custom(which.name().toLowerCase(Locale.ROOT), Void.class)
                .onFailure((complete, operations) -> operations.reschedule(complete, now().plus(RETRY)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    String number = instance.getId().replaceFirst("\\..*", "");
                    LongFunction<Next> work = tasks.getOrDefault(which, id -> new Next.Again(now().plus(RETRY)));
                    Next next = work.apply(Long.parseLong(number));
                    return (complete, operations) -> settle(next, complete, operations);
                });
    }

    private static void settle(Next next, ExecutionComplete complete, ExecutionOperations<Void> operations) {
        switch (next) {
            case Next.Done done -> operations.remove();
            case Next.Again again -> operations.reschedule(complete, again.at());
        }
    }

    /** @param work told of the number of whatever's time has come, in a thread of its own */
    Dispatcher on(Task task, LongFunction<Next> work) {
        tasks.put(task, work);
        return this;
    }

    void start() {
        scheduler.start();
    }

    /** @param nightly what one process of all does once a night */
    void everyNight(Runnable nightly) {
        this.nightly = nightly;
    }

    void stop() {
        scheduler.stop();
    }

    /** Takes nothing more, what goes on goes on. */
    void pause() {
        scheduler.pause();
    }

    /** Looks at once for what is due. */
    void poke() {
        scheduler.triggerCheckForDueExecutions();
    }

    /** Alarms count by the database's clock, whatever this machine's says. */
    void follow(long databaseMillis) {
        offset = databaseMillis - System.currentTimeMillis();
    }

    Instant now() {
        return Instant.ofEpochMilli(System.currentTimeMillis() + offset);
    }
}
