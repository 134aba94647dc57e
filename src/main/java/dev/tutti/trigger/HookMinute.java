package dev.tutti.trigger;

import dev.tutti.scenario.ScenarioId;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the requests of each minute, for webhooks that let only so many through; all processes together. */
@Component
class HookMinute {

    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private final JdbcClient database;
    private final Clock clock;

    HookMinute(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether one more may run in this minute. */
    boolean take(ScenarioId scenario, int most) {
        long minute = clock.millis() / MINUTE;
        return counted(
                        "update hook_minute set used = used + 1 where scenario_id = ? and current_minute = ? and used < ?",
                        scenario.value(),
                        minute,
                        most)
                || counted(
                        "update hook_minute set current_minute = ?, used = 1 where scenario_id = ? and current_minute < ?",
                        minute,
                        scenario.value(),
                        minute)
                || counted(
                        "insert into hook_minute (scenario_id, current_minute, used) values (?, ?, 1) on conflict do nothing",
                        scenario.value(),
                        minute);
    }

    private boolean counted(String sql, Object... parameters) {
        return database.sql(sql).params(parameters).update() == 1;
    }
}
