package dev.tutti.run;

import dev.tutti.engine.Said;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.ScenarioVersionId;
import dev.tutti.value.Message;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads the tables of runs. */
final class RunReader {

    /** A run's row, with what only its dispatch needs. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Stored(
            Run run,
            boolean sequential,
            int attempts,
            boolean stopping,
            byte @Nullable [] reply,
            @Nullable Parent parent) {}

    /** A stored piece of a journal. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Chunk(int seq, long firstEntry, int entries, byte @Nullable [] input, byte[] data) {}

    private static final RunStatus[] STATUSES = RunStatus.values();
    private static final Cause[] CAUSES = Cause.values();
    private static final String LIST = "select * from run where 1 = 1";

    private final Reading reading;

    RunReader(DataSource database) {
        this.reading = new Reading(database);
    }

    Optional<Stored> find(long id) {
        List<Stored> found = reading.query("select * from run where id = ?", List.of(id), RunReader::stored);
        return found.stream().findFirst();
    }

    RunPage list(RunQuery wish) {
        return list(wish, new Also("", "", List.of()));
    }

    /**
     * A condition besides those of the wish.
     *
     * @param with what stands before the statement
     * @param clause begins with {@code and}
     * @param parameters those of both, in this order
     */
    record Also(String with, String clause, List<?> parameters) {}

    RunPage list(RunQuery wish, Also also) {
        StringBuilder sql = new StringBuilder(also.with()).append(LIST).append(also.clause());
        List<Object> parameters = new ArrayList<>(also.parameters());
        wish.scenario().ifPresent(it -> and(sql, " and scenario_id = ?", parameters, it.value()));
        wish.from().ifPresent(it -> and(sql, " and started_at >= ?", parameters, it.atOffset(ZoneOffset.UTC)));
        wish.to().ifPresent(it -> and(sql, " and started_at < ?", parameters, it.atOffset(ZoneOffset.UTC)));
        wish.after().ifPresent(it -> and(sql, " and id < ?", parameters, it.value()));
        if (!wish.statuses().isEmpty()) {
            sql.append(wish.statuses().stream()
                    .map(status -> Integer.toString(status.ordinal()))
                    .collect(Collectors.joining(", ", " and status in (", ")")));
        }
        wish.text().filter(text -> !text.isBlank()).ifPresent(text -> {
            String like = "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
            and(sql, " and (lower(scenario_name) like ? or lower(error_message) like ?)", parameters, like);
            parameters.add(like);
        });
        sql.append(" order by id desc fetch first ").append(wish.limit() + 1).append(" rows only");
        List<Run> found =
                reading.query(sql.toString(), parameters, row -> stored(row).run());
        boolean more = found.size() > wish.limit();
        List<Run> page = more ? found.subList(0, wish.limit()) : found;
        return new RunPage(List.copyOf(page), more ? Optional.of(page.getLast().id()) : Optional.empty());
    }

    /** The newest runs of each scenario: an index look-up each, all in one statement. */
    Map<ScenarioId, List<Run>> newestOf(Collection<ScenarioId> of, int limit) {
        if (of.isEmpty()) {
            return Map.of();
        }
        String one = "(select * from run where scenario_id = ? order by id desc fetch first " + limit + " rows only)";
        String sql = of.stream().map(scenario -> one).collect(Collectors.joining(" union all "));
        return reading
                .query(
                        sql,
                        of.stream().map(ScenarioId::value).toList(),
                        row -> stored(row).run())
                .stream()
                .sorted(Comparator.comparing(Run::id).reversed())
                .collect(Collectors.groupingBy(Run::scenario));
    }

    private static void and(StringBuilder sql, String clause, List<Object> parameters, Object value) {
        sql.append(clause);
        parameters.add(value);
    }

    /** The chunks of a run from a place on, oldest first. */
    List<Chunk> chunks(long run, int from) {
        return reading.query(
                "select seq, first_entry, entries, input, data from run_chunk where run_id = ? and seq >= ? order by seq",
                List.of(run, from),
                row -> new Chunk(row.getInt(1), row.getLong(2), row.getInt(3), row.getBytes(4), row.getBytes(5)));
    }

    byte @Nullable [] input(long run) {
        List<Optional<byte[]>> found = reading.query(
                "select input from run_chunk where run_id = ? and seq = 0",
                List.of(run),
                row -> Optional.ofNullable(row.getBytes(1)));
        return found.isEmpty() ? null : found.getFirst().orElse(null);
    }

    Optional<SwitchedOff> switchedOff(ScenarioId scenario) {
        return reading
                .query(
                        "select off_reason, off_at from run_lane where scenario_id = ? and off_reason is not null",
                        List.of(scenario.value()),
                        row -> new SwitchedOff(
                                Message.restored(row.getString(1)),
                                time(row, "off_at").orElseThrow()))
                .stream()
                .findFirst();
    }

    /** The runs that a run called, the oldest first. */
    List<Run> children(long parent) {
        return reading.query(
                "select * from run where parent_id = ? order by id fetch first 100 rows only",
                List.of(parent),
                row -> stored(row).run());
    }

    /** The runs that one call of a run began, the newest first. */
    List<Run> children(long parent, String path) {
        return reading.query(
                "select * from run where parent_id = ? and parent_path = ? order by id desc",
                List.of(parent, path),
                row -> stored(row).run());
    }

    /** How many runs of the scenario are to end before this one may begin. */
    int ahead(ScenarioId scenario, long run) {
        return reading.query(
                        "select count(*) from run where scenario_id = ? and sequential and ended_at is null and status <> 3 and id < ?",
                        List.of(scenario.value(), run),
                        row -> row.getInt(1))
                .getFirst();
    }

    /** The run that was ordered with this key. */
    Optional<Long> withKey(String dedupKey) {
        return reading
                .query("select run_id from run_dedup where dedup_key = ?", List.of(dedupKey), row -> row.getLong(1))
                .stream()
                .findFirst();
    }

    int queued(ScenarioId scenario) {
        return reading.query(
                        "select count(*) from run where scenario_id = ? and ended_at is null and status = 0",
                        List.of(scenario.value()),
                        row -> row.getInt(1))
                .getFirst();
    }

    /** The oldest run of a lane that has not begun, or was taken from a dead process. */
    Optional<Long> head(ScenarioId scenario) {
        return reading.query(
                        "select min(id) from run where scenario_id = ? and sequential and ended_at is null and status = 0",
                        List.of(scenario.value()),
                        row -> Optional.ofNullable(row.getObject(1, Long.class)))
                .getFirst();
    }

    /** Unfinished runs that a node is said to execute, with whether somebody wants them stopped. */
    List<Owned> owned(long node) {
        return reading.query(
                "select id, stopping from run where ended_at is null and owner = ?",
                List.of(node),
                row -> new Owned(row.getLong(1), row.getBoolean(2)));
    }

    record Owned(long run, boolean stopping) {}

    /** Runs of a scenario that began after another, oldest first. */
    List<Long> after(ScenarioId scenario, long run) {
        return reading.query(
                "select id from run where scenario_id = ? and id > ? order by id fetch first 100 rows only",
                List.of(scenario.value(), run),
                row -> row.getLong(1));
    }

    private static Stored stored(ResultSet row) throws SQLException {
        Integer number = row.getObject("version_number", Integer.class);
        Integer errorModule = row.getObject("error_module", Integer.class);
        String errorKind = row.getString("error_kind");
        String message = row.getString("error_message");
        Run run = new Run(
                new RunId(row.getLong("id")),
                new ScenarioId(row.getLong("scenario_id")),
                row.getString("scenario_name"),
                new ScenarioVersionId(row.getLong("version_id")),
                number == null ? OptionalInt.empty() : OptionalInt.of(number),
                number == null,
                STATUSES[row.getInt("status")],
                CAUSES[row.getInt("cause")],
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                time(row, "ended_at"),
                time(row, "until_at"),
                row.getInt("operations"),
                row.getLong("bytes"),
                errorKind == null || message == null
                        ? Optional.empty()
                        : Optional.of(new RunError(
                                errorModule == null ? OptionalInt.empty() : OptionalInt.of(errorModule),
                                errorKind,
                                message,
                                Optional.ofNullable(row.getString("error_advice")),
                                Optional.ofNullable(row.getString("error_detail")),
                                Optional.ofNullable(row.getString("error_said")).map(Said::restored))),
                Optional.ofNullable(row.getObject("replay_of", Long.class)).map(RunId::new),
                Optional.ofNullable(row.getObject("parent_id", Long.class)).map(RunId::new));
        return new Stored(
                run,
                row.getBoolean("sequential"),
                row.getInt("attempts"),
                row.getBoolean("stopping"),
                row.getBytes("reply"),
                run.parentRun().isEmpty()
                        ? null
                        : new Parent(run.parentRun().get().value(), row.getString("parent_path")));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
