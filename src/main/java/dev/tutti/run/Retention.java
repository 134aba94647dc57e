package dev.tutti.run;

import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.Scenarios;
import dev.tutti.workspace.Settings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the data of old runs away: what went in and came out, and what makes it findable. Counts, timings and errors
 * stay for a year more. What has not ended, or waits to go on, stays whole.
 */
final class Retention {

    /** How long it is known that a run was there at all. */
    private static final Duration ROWS = Duration.ofDays(365);

    private static final int BATCH = 500;
    private static final int MILLIS_IN_ID = 22;
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    /** Nothing of it waits to go on, and nothing that goes on takes something from it. */
    private static final String OVER = "select id from run where scenario_id = ? and id > ? and id < ? and ended_at < ?"
            + " and not exists (select 1 from incomplete i where i.run_id = run.id and i.state < 3)"
            + " and not exists (select 1 from run_origin o join run r on r.id = o.run_id"
            + " where o.base_id = run.id and r.ended_at is null)";

    private static final String WITH_DATA = " and exists (select 1 from run_chunk c where c.run_id = run.id)";

    private final DataSource database;
    private final Reading reading;
    private final SearchTables search;
    private final ToIntFunction<ScenarioId> days;
    private final Clock clock;

    /** @param days for how many days the data of a scenario's runs is kept; 0 is for ever */
    Retention(DataSource database, SearchTables search, ToIntFunction<ScenarioId> days, Clock clock) {
        this.database = database;
        this.reading = new Reading(database);
        this.search = search;
        this.days = days;
        this.clock = clock;
    }

    /** What the live version of a scenario says, or else the workspace. */
    static ToIntFunction<ScenarioId> days(Scenarios scenarios, Settings workspace) {
        return scenario -> scenarios
                .live(scenario)
                .flatMap(version -> scenarios.blueprint(version.id()))
                .map(blueprint -> blueprint.settings().pace().retentionDays())
                .orElseGet(OptionalInt::empty)
                .orElseGet(workspace::retentionDays);
    }

    /** Tidies up; returns how many runs lost their data. */
    int clean() throws SQLException {
        int cleaned = 0;
        List<ScenarioId> scenarios =
                reading.query("select distinct scenario_id from run", List.of(), row -> new ScenarioId(row.getLong(1)));
        for (ScenarioId scenario : scenarios) {
            int kept = days.applyAsInt(scenario);
            if (kept > 0) {
                Instant before = clock.instant().minus(Duration.ofDays(kept));
                cleaned += each(scenario, before, WITH_DATA, this::takeData);
                each(scenario, before.minus(ROWS), "", this::takeRows);
            }
        }
        if (cleaned > 0) {
            LOG.info("The data of {} old runs was taken away", cleaned);
        }
        return cleaned;
    }

    private interface Taking {
        void take(Connection connection, List<Long> runs) throws SQLException;
    }

    private int each(ScenarioId scenario, Instant before, String which, Taking taking) throws SQLException {
        int taken = 0;
        long after = 0;
        while (true) {
            List<Long> runs = reading.query(
                    OVER + which + " order by id fetch first " + BATCH + " rows only",
                    List.of(
                            scenario.value(),
                            after,
                            before.toEpochMilli() << MILLIS_IN_ID,
                            before.atOffset(ZoneOffset.UTC)),
                    row -> row.getLong(1));
            if (runs.isEmpty()) {
                return taken;
            }
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                try {
                    taking.take(connection, runs);
                    connection.commit();
                } finally {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
            }
            taken += runs.size();
            after = runs.getLast();
        }
    }

    private void takeData(Connection connection, List<Long> runs) throws SQLException {
        search.forget(connection, runs);
        for (String table : List.of("run_chunk", "run_file", "run_text_later", "run_signal")) {
            Sql.update(connection, "delete from " + table + " where run_id in " + list(runs));
        }
    }

    private void takeRows(Connection connection, List<Long> runs) throws SQLException {
        takeData(connection, runs);
        for (String table : List.of("run_origin", "incomplete", "replay")) {
            Sql.update(connection, "delete from " + table + " where run_id in " + list(runs));
        }
        Sql.update(connection, "delete from run where id in " + list(runs));
    }

    private static String list(List<Long> runs) {
        return runs.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }
}
