package dev.tutti.trigger;

import dev.tutti.connector.Position;
import dev.tutti.run.RunId;
import dev.tutti.scenario.ScenarioDeleted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The positions of polling triggers, one for each scenario and module. */
@Component
class StoredPositions {

    /** Longer than a poll may take; after that the process that held it is thought to be dead. */
    private static final Duration HELD = Duration.ofMinutes(10);

    private static final String ONE = " where scenario_id = :scenario and module = :module";

    private final JdbcClient database;
    private final Clock clock;

    StoredPositions(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Empty where nothing is known yet of this module; another kind of module under the same number counts for nothing. */
    Optional<Stand> find(PollTarget target) {
        return database.sql("select * from poll_position" + ONE + " and ref = :ref")
                .param("scenario", target.scenario().value())
                .param("module", target.node().no())
                .param("ref", target.node().module())
                .query((row, _) -> stand(row))
                .optional();
    }

    /** Keeps others from polling until {@link #release}; false when somebody does so already. */
    boolean hold(PollTarget target) {
        database.sql("insert into poll_position (scenario_id, module, ref) values (?, ?, ?) on conflict do nothing")
                .params(
                        target.scenario().value(),
                        target.node().no(),
                        target.node().module())
                .update();
        database.sql("update poll_position set ref = :ref, begun = false, position = null, serial = serial + 1,"
                        + " pending_key = null, pending = null, run_id = null, before_run = null,"
                        + " chosen = null, chosen_at = null" + ONE + " and ref <> :ref")
                .param("ref", target.node().module())
                .param("scenario", target.scenario().value())
                .param("module", target.node().no())
                .update();
        return change(
                        target,
                        "busy_until = :until",
                        " and (busy_until is null or busy_until < :now)",
                        "until",
                        at(HELD),
                        "now",
                        at(Duration.ZERO))
                == 1;
    }

    void release(PollTarget target) {
        change(target, "busy_until = null", "");
    }

    /** It starts there; whatever was before counts no more. */
    void start(PollTarget target, Optional<Position> at, String kind) {
        change(
                target,
                "begun = true, position = :position, serial = serial + 1, pending_key = null, pending = null,"
                        + " run_id = null, before_run = null, chosen = :chosen, chosen_at = :now",
                "",
                "position",
                json(at),
                "chosen",
                kind,
                "now",
                at(Duration.ZERO));
    }

    /** Says beforehand what a run will move it to, so that nothing is given out twice or lost when the process dies. */
    void announce(PollTarget target, Stand.Pending pending) {
        change(
                target,
                "pending_key = :key, pending = :next",
                "",
                "key",
                pending.key(),
                "next",
                pending.next().json());
    }

    /** The run was accepted: it has moved, and goes back there if the run fails. */
    void moved(PollTarget target, Position next, RunId run) {
        change(
                target,
                "before_run = position, position = :next, serial = serial + 1, pending_key = null, pending = null,"
                        + " run_id = :run, pending_cycle = 0",
                "",
                "next",
                next.json(),
                "run",
                run.value());
    }

    /** Nothing was found, although the trigger has looked further. */
    void looked(PollTarget target, Position next) {
        change(target, "begun = true, position = :next", "", "next", next.json());
    }

    /** The run that was announced never came to be. */
    void withdraw(PollTarget target) {
        change(target, "pending_key = null, pending = null", "");
    }

    /** The run that was fed last has failed: what it got is given out again. Not while the next is being fed. */
    void back(RunId run) {
        database.sql("update poll_position set position = before_run, before_run = null, run_id = null,"
                        + " serial = serial + 1"
                        + " where run_id = ? and (busy_until is null or busy_until < ?)")
                .params(run.value(), at(Duration.ZERO))
                .update();
    }

    /** The same for whoever holds it. */
    void back(PollTarget target) {
        change(target, "position = before_run, before_run = null, run_id = null, serial = serial + 1", "");
    }

    /** The run that was fed last is over, and all is well. */
    void settled(PollTarget target) {
        change(target, "before_run = null, run_id = null", "");
    }

    /** The run that was fed last has ended well. */
    void settled(RunId run) {
        database.sql("update poll_position set before_run = null, run_id = null where run_id = ?"
                        + " and (busy_until is null or busy_until < ?)")
                .params(run.value(), at(Duration.ZERO))
                .update();
    }

    /** A later cycle of the run that was fed last gets bundles, up to there; it has not moved yet. */
    void ahead(PollTarget target, RunId run, int cycle, Position next) {
        change(
                target,
                "pending = :next, pending_key = null, pending_cycle = :cycle",
                " and run_id = :run",
                "next",
                next.json(),
                "cycle",
                cycle,
                "run",
                run.value());
    }

    /** A cycle counts: it has moved behind it, and there it stays whatever becomes of the cycles after it. */
    void counts(RunId run, int cycle) {
        database.sql("update poll_position set position = pending, serial = serial + 1, pending = null"
                        + " where run_id = ? and pending_key is null and pending is not null and pending_cycle = ?")
                .params(run.value(), cycle)
                .update();
        database.sql("update poll_position set before_run = position where run_id = ?")
                .param(run.value())
                .update();
    }

    /** Whether it was this run that was fed last. */
    boolean feeds(PollTarget target, RunId run) {
        return find(target).flatMap(Stand::run).equals(Optional.of(run));
    }

    @EventListener
    void deleted(ScenarioDeleted event) {
        database.sql("delete from poll_position where scenario_id = ?")
                .param(event.scenario().value())
                .update();
    }

    private int change(PollTarget target, String set, String where, @Nullable Object... named) {
        JdbcClient.StatementSpec statement = database.sql("update poll_position set " + set + ONE + where)
                .param("scenario", target.scenario().value())
                .param("module", target.node().no());
        for (int i = 0; i < named.length; i += 2) {
            String name = String.valueOf(named[i]);
            Object value = named[i + 1];
            statement = value == null ? statement.param(name, null, Types.VARCHAR) : statement.param(name, value);
        }
        return statement.update();
    }

    private OffsetDateTime at(Duration later) {
        return clock.instant().plus(later).atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String json(Optional<Position> position) {
        return position.map(Position::json).orElse(null);
    }

    private static Stand stand(ResultSet row) throws SQLException {
        String key = row.getString("pending_key");
        String pending = row.getString("pending");
        String chosen = row.getString("chosen");
        Long run = row.getObject("run_id", Long.class);
        return new Stand(
                row.getBoolean("begun"),
                position(row.getString("position")),
                row.getLong("serial"),
                key == null || pending == null
                        ? Optional.empty()
                        : Optional.of(new Stand.Pending(key, new Position(pending))),
                Optional.ofNullable(run).map(RunId::new),
                position(row.getString("before_run")),
                chosen == null
                        ? Optional.empty()
                        : Optional.of(new Stand.Chosen(
                                chosen,
                                row.getObject("chosen_at", OffsetDateTime.class).toInstant())));
    }

    private static Optional<Position> position(@Nullable String json) {
        return Optional.ofNullable(json).map(Position::new);
    }
}
