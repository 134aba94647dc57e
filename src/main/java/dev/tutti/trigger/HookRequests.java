package dev.tutti.trigger;

import dev.tutti.run.RunId;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.value.Codec;
import dev.tutti.value.Fields;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The requests of webhooks: those that came in the last days, and those that wait. */
@Component
public class HookRequests {

    private final JdbcClient database;
    private final HookQueue queue;

    HookRequests(JdbcClient database, HookQueue queue) {
        this.database = database;
        this.queue = queue;
    }

    /**
     * A request and its answer as they were written down.
     *
     * @param entry method, query, address, ms, headers, size, body, answer, parsed, confidential
     */
    public record Logged(long id, Instant at, int status, Optional<RunId> run, Fields entry) {}

    /**
     * Which of them are wanted, the newest first.
     *
     * @param least the lowest status of the answer, and {@code most} the highest
     * @param before the id of the last one seen
     */
    public record Query(
            ScenarioId scenario,
            int least,
            int most,
            Optional<Instant> from,
            Optional<Instant> to,
            Optional<Long> before,
            int limit) {}

    /** A request that waits for its turn. */
    public record Waiting(long id, Instant receivedAt, List<Fields> bundles) {}

    /** What came in, as far as it was written down. */
    public List<Logged> list(Query query) {
        StringBuilder sql =
                new StringBuilder("select * from hook_request where scenario_id = ? and status between ? and ?");
        List<Object> parameters = new ArrayList<>(List.of(query.scenario().value(), query.least(), query.most()));
        query.from().ifPresent(from -> and(sql, " and received_at >= ?", parameters, from.atOffset(ZoneOffset.UTC)));
        query.to().ifPresent(to -> and(sql, " and received_at < ?", parameters, to.atOffset(ZoneOffset.UTC)));
        query.before().ifPresent(id -> and(sql, " and id < ?", parameters, id));
        sql.append(" order by id desc fetch first ").append(query.limit()).append(" rows only");
        return database.sql(sql.toString())
                .params(parameters)
                .query((row, _) -> logged(row))
                .list();
    }

    private static void and(StringBuilder sql, String clause, List<Object> parameters, Object value) {
        sql.append(clause);
        parameters.add(value);
    }

    private static Logged logged(ResultSet row) throws SQLException {
        return new Logged(
                row.getLong("id"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getInt("status"),
                Optional.ofNullable(row.getObject("run_id", Long.class)).map(RunId::new),
                (Fields) Codec.read(row.getBytes("entry")));
    }

    /** How many wait. */
    public int waiting(ScenarioId scenario) {
        return queue.count(scenario);
    }

    /** Those that wait, the oldest first, after the one with this id. */
    public List<Waiting> waiting(ScenarioId scenario, long after, int limit) {
        return queue.list(scenario, after, limit).stream()
                .map(it -> new Waiting(it.id(), it.receivedAt(), it.input().bundles()))
                .toList();
    }

    /** It shall not run; false where it does not wait any more. */
    public boolean drop(ScenarioId scenario, long id) {
        return queue.delete(scenario, id);
    }

    /** None of those that wait shall run. Returns how many there were. */
    public int dropAll(ScenarioId scenario) {
        return queue.deleteAll(scenario);
    }
}
