package dev.tutti.trigger;

import dev.tutti.scenario.ScenarioId;
import java.time.Instant;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.SchedulerException;

/** What Quartz does when an alarm rings. */
@DisallowConcurrentExecution
final class AlarmJob implements Job {

    private final Alarms alarms;

    AlarmJob(Alarms alarms) {
        this.alarms = alarms;
    }

    @Override
    public void execute(JobExecutionContext context) throws JobExecutionException {
        long scenario = Long.parseLong(context.getJobDetail().getKey().getName());
        long at = Long.parseLong(context.getMergedJobDataMap().getString(Alarms.AT));
        try {
            alarms.ring(new ScenarioId(scenario), Instant.ofEpochMilli(at));
        } catch (SchedulerException failure) {
            throw new JobExecutionException("The next alarm could not be set", failure, false);
        }
    }
}
