package dev.tutti.trigger;

import dev.tutti.run.LiveEvent;
import dev.tutti.run.LiveEvents;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.ScenarioVersionId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Drafts that wait for the next request: they get a copy of it, what is live runs and answers as always. */
@Component
public class Captures {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final JdbcClient database;
    private final HookRoutes routes;
    private final LiveEvents live;
    private final Clock clock;

    Captures(JdbcClient database, HookRoutes routes, LiveEvents live, Clock clock) {
        this.database = database;
        this.routes = routes;
        this.live = live;
        this.clock = clock;
    }

    /** Waits up to five minutes; a second call replaces the first. Returns when it gives up. */
    public Instant begin(ScenarioId scenario, ScenarioVersionId snapshot) {
        Instant until = clock.instant().plus(PATIENCE);
        if (!replace(scenario, snapshot, until)) {
            try {
                database.sql("insert into capture (version_id, expires_at, scenario_id) values (?, ?, ?)")
                        .params(snapshot.value(), until.atOffset(ZoneOffset.UTC), scenario.value())
                        .update();
            } catch (DuplicateKeyException begunMeanwhile) {
                replace(scenario, snapshot, until);
            }
        }
        routes.changed();
        live.tell(scenario, new LiveEvent.Capture(scenario, "waiting"));
        return until;
    }

    private boolean replace(ScenarioId scenario, ScenarioVersionId snapshot, Instant until) {
        return database.sql("update capture set version_id = ?, expires_at = ? where scenario_id = ?")
                        .params(snapshot.value(), until.atOffset(ZoneOffset.UTC), scenario.value())
                        .update()
                == 1;
    }

    /** Stops waiting; false when it did not wait. */
    public boolean stop(ScenarioId scenario) {
        boolean waited = delete(scenario.value());
        if (waited) {
            live.tell(scenario, new LiveEvent.Capture(scenario, "expired"));
        }
        return waited;
    }

    /** Until when the scenario's draft waits, empty when it does not. */
    public Optional<Instant> waiting(ScenarioId scenario) {
        return database.sql("select expires_at from capture where scenario_id = ?")
                .param(scenario.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .filter(until -> until.isAfter(clock.instant()));
    }

    /** The snapshot that waits for a request of this scenario. */
    Optional<ScenarioVersionId> waits(ScenarioId scenario) {
        return database.sql("select version_id from capture where scenario_id = ? and expires_at > ?")
                .params(scenario.value(), clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional()
                .map(ScenarioVersionId::new);
    }

    /** Whether this request is the one that it gets: only one caller hears yes. */
    boolean take(ScenarioId scenario, ScenarioVersionId snapshot) {
        boolean taken = database.sql("delete from capture where scenario_id = ? and version_id = ?")
                        .params(scenario.value(), snapshot.value())
                        .update()
                == 1;
        if (taken) {
            routes.changed();
        }
        return taken;
    }

    private boolean delete(long scenario) {
        boolean deleted = database.sql("delete from capture where scenario_id = ?")
                        .param(scenario)
                        .update()
                == 1;
        if (deleted) {
            routes.changed();
        }
        return deleted;
    }

    @Scheduled(fixedDelay = 5_000)
    void expire() {
        List<Long> over = database.sql("select scenario_id from capture where expires_at < ?")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getLong(1))
                .list();
        over.forEach(scenario -> stop(new ScenarioId(scenario)));
    }
}
