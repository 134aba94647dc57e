package dev.tutti.trigger;

import dev.tutti.scenario.ScenarioId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Polls that found nothing: they make no run and are only counted, by days of the scenario's time zone. */
@Component
public class CheckRuns {

    private static final int DAYS_KEPT = 90;

    private final JdbcClient database;
    private final Clock clock;

    CheckRuns(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** How often nothing was found on a day, and when that was last. */
    public record Day(LocalDate day, int checks, Instant last) {}

    /** The days on which a scenario looked and found nothing, the latest first. */
    public List<Day> of(ScenarioId scenario, int days) {
        return database.sql("select on_day, checks, last_at from poll_check where scenario_id = ?"
                        + " order by on_day desc fetch first " + days + " rows only")
                .param(scenario.value())
                .query((row, _) -> new Day(
                        row.getObject(1, LocalDate.class),
                        row.getInt(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
    }

    void count(ScenarioId scenario, ZoneId zone) {
        Instant now = clock.instant();
        LocalDate day = LocalDate.ofInstant(now, zone);
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        database.sql("insert into poll_check (scenario_id, on_day, checks, last_at) values (?, ?, 0, ?)"
                        + " on conflict do nothing")
                .params(scenario.value(), day, at)
                .update();
        database.sql("update poll_check set checks = checks + 1, last_at = ? where scenario_id = ? and on_day = ?")
                .params(at, scenario.value(), day)
                .update();
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 600_000)
    void forget() {
        database.sql("delete from poll_check where on_day < ?")
                .param(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(DAYS_KEPT))
                .update();
    }
}
