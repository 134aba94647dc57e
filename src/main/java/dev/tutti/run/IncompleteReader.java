package dev.tutti.run;

import dev.tutti.engine.Said;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.ScenarioVersionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the table of incomplete runs. */
final class IncompleteReader {

    private static final Incomplete.Kind[] KINDS = Incomplete.Kind.values();
    private static final Incomplete.State[] STATES = Incomplete.State.values();
    private static final Incomplete.How[] HOWS = Incomplete.How.values();
    private static final String SELECT =
            "select i.*, r.scenario_name, r.version_id from incomplete i" + " join run r on r.id = i.run_id where ";

    private final Reading reading;

    IncompleteReader(Reading reading) {
        this.reading = reading;
    }

    Optional<Incomplete> find(IncompleteId id) {
        return one("i.id = ?", id.value());
    }

    /** What a run goes on with, or stands for. */
    Optional<Incomplete> carriedBy(long run) {
        return one("i.carrier_id = ? and i.state < 3", run);
    }

    /** The oldest first, so that they go on in the order in which they failed; at most 10,000. */
    List<IncompleteId> ids(Optional<ScenarioId> scenario, Set<Incomplete.State> states) {
        List<Object> parameters = new ArrayList<>();
        scenario.ifPresent(it -> parameters.add(it.value()));
        return reading.query(
                "select id from incomplete where state in ("
                        + states.stream()
                                .map(state -> Integer.toString(state.ordinal()))
                                .collect(Collectors.joining(", "))
                        + ")" + (scenario.isPresent() ? " and scenario_id = ?" : "")
                        + " order by id fetch first 10000 rows only",
                parameters,
                row -> new IncompleteId(row.getLong(1)));
    }

    /** How many of a scenario wait. */
    int kept(ScenarioId scenario) {
        return reading.query(
                        "select count(*) from incomplete where scenario_id = ? and state < 3",
                        List.of(scenario.value()),
                        row -> row.getInt(1))
                .getFirst();
    }

    /** Whether something of a scenario wants to go on before new runs of a lane may begin. */
    boolean blocks(ScenarioId scenario) {
        return !reading.query(
                        "select id from incomplete where scenario_id = ? and state < 3 fetch first 1 rows only",
                        List.of(scenario.value()),
                        row -> row.getLong(1))
                .isEmpty();
    }

    /** Those of a run that want something. */
    List<Incomplete> of(long run) {
        return reading.query(
                SELECT + "i.run_id = ? and i.state < 3 order by i.id desc fetch first 100 rows only",
                List.of(run),
                IncompleteReader::item);
    }

    private Optional<Incomplete> one(String where, long id) {
        return reading.query(SELECT + where, List.of(id), IncompleteReader::item).stream()
                .findFirst();
    }

    IncompletePage list(IncompleteQuery wish) {
        StringBuilder sql = new StringBuilder(SELECT).append("1 = 1");
        List<Object> parameters = new ArrayList<>();
        wish.scenario().ifPresent(it -> {
            sql.append(" and i.scenario_id = ?");
            parameters.add(it.value());
        });
        wish.after().ifPresent(it -> {
            sql.append(" and i.id < ?");
            parameters.add(it.value());
        });
        if (!wish.states().isEmpty()) {
            sql.append(wish.states().stream()
                    .map(state -> Integer.toString(state.ordinal()))
                    .collect(Collectors.joining(", ", " and i.state in (", ")")));
        }
        sql.append(" order by i.id desc fetch first ").append(wish.limit() + 1).append(" rows only");
        List<Incomplete> found = reading.query(sql.toString(), parameters, IncompleteReader::item);
        boolean more = found.size() > wish.limit();
        List<Incomplete> page = more ? found.subList(0, wish.limit()) : found;
        return new IncompletePage(
                List.copyOf(page), more ? Optional.of(page.getLast().id()) : Optional.empty());
    }

    Map<ScenarioId, Integer> open() {
        Map<ScenarioId, Integer> open = new HashMap<>();
        reading.query(
                "select scenario_id, count(*) from incomplete where state < 3 group by scenario_id",
                List.of(),
                row -> open.put(new ScenarioId(row.getLong(1)), row.getInt(2)));
        return open;
    }

    private static Incomplete item(ResultSet row) throws SQLException {
        Integer how = row.getObject("how", Integer.class);
        Optional<Instant> resolvedAt = time(row, "resolved_at");
        int module = row.getInt("module");
        return new Incomplete(
                new IncompleteId(row.getLong("id")),
                new ScenarioId(row.getLong("scenario_id")),
                row.getString("scenario_name"),
                new RunId(row.getLong("run_id")),
                new ScenarioVersionId(row.getLong("version_id")),
                Optional.ofNullable(row.getObject("carrier_id", Long.class)).map(RunId::new),
                KINDS[row.getInt("kind")],
                module,
                row.getString("path"),
                new RunError(
                        OptionalInt.of(module),
                        row.getString("error_kind"),
                        row.getString("error_message"),
                        Optional.ofNullable(row.getString("error_advice")),
                        Optional.ofNullable(row.getString("error_detail")),
                        Optional.ofNullable(row.getString("error_said")).map(Said::restored)),
                STATES[row.getInt("state")],
                row.getInt("attempts"),
                row.getInt("max_attempts"),
                Optional.ofNullable(row.getObject("pause_seconds", Long.class)).map(Duration::ofSeconds),
                time(row, "next_try_at"),
                time(row, "created_at").orElseThrow(),
                how == null ? Optional.empty() : resolvedAt.map(at -> new Incomplete.Resolution(HOWS[how], at)));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
