package dev.tutti.run;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One statement per batch, with arrays for columns: one way there and back, the commit included. */
final class PostgresTables implements RunTables {

    private static final String LEASE = "lease as (select 1 from node where id = ? and epoch = ? for share)";

    private static final String HELD = " where exists (select 1 from lease)";

    private static final List<String> STANDING = List.of(
            "operations",
            "bytes",
            "error_module",
            "error_kind",
            "error_message",
            "error_advice",
            "error_detail",
            "error_said",
            "reply");

    /** Few: which columns are empty in every row hardly ever changes. */
    private final Map<Long, String> statements = new ConcurrentHashMap<>();

    @Override
    public Set<Long> write(Connection connection, Owner owner, CommitBatch batch) throws SQLException, LeaseLost {
        Unnested<RunRow> rows = rows(owner, batch.rows.values());
        Unnested<Map.Entry<Long, Standing>> changes = changes(batch.changes.entrySet());
        Unnested<Write.Chunk> chunks = chunks(batch.chunks);
        Unnested<Map.Entry<Long, Long>> wakings = wakings(batch.wakings().entrySet());
        boolean scrub = !batch.scrubbed.isEmpty();
        long shape = wakings.shape(chunks.shape(changes.shape(rows.shape(scrub ? 1 : 0))));
        String sql = statements.computeIfAbsent(shape, key -> statement(rows, scrub, changes, chunks, wakings));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, owner.node());
            statement.setInt(2, owner.epoch());
            int next = rows.bind(connection, statement, 3);
            if (scrub) {
                statement.setArray(next++, connection.createArrayOf("bigint", batch.scrubbed.toArray(Long[]::new)));
            }
            next = changes.bind(connection, statement, next);
            if (changes.any()) {
                statement.setLong(next++, owner.node());
            }
            next = chunks.bind(connection, statement, next);
            wakings.bind(connection, statement, next);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                if (result.getLong(1) == 0) {
                    throw new LeaseLost();
                }
                return changes.any() ? missing(batch.changes.keySet(), result.getArray(2)) : Set.of();
            }
        }
    }

    private static String statement(
            Unnested<RunRow> rows,
            boolean scrub,
            Unnested<Map.Entry<Long, Standing>> changes,
            Unnested<Write.Chunk> chunks,
            Unnested<Map.Entry<Long, Long>> wakings) {
        StringBuilder sql = new StringBuilder("with ").append(LEASE);
        if (rows.any()) {
            sql.append(insertRuns(rows));
        }
        if (scrub) {
            sql.append(", scrubbed as (delete from run_chunk where run_id = any(?::bigint[]) and exists"
                    + " (select 1 from lease))");
        }
        if (changes.any()) {
            sql.append(updateRuns(changes));
        }
        if (chunks.any()) {
            sql.append(insertChunks(chunks));
        }
        if (wakings.any()) {
            sql.append(insertAlarms(wakings));
        }
        sql.append(" select (select count(*) from lease), ")
                .append(changes.any() ? "array(select id from changed)" : "null");
        return sql.toString();
    }

    private static String insertRuns(Unnested<RunRow> rows) {
        return ", runs as (insert into run (id, scenario_id, version_id, version_number, scenario_name, cause, sequential,"
                + " replay_of, parent_id, parent_path, status, owner, started_at, ended_at, until_at, "
                + String.join(", ", STANDING)
                + ") select v.id, v.scenario_id, v.version_id, " + rows.value("version_number")
                + ", v.scenario_name, v.cause, v.sequential, " + rows.value("replay_of") + ", "
                + rows.value("parent_id") + ", " + rows.value("parent_path") + ", v.status, "
                + rows.value("owner") + ", " + rows.moment("started_at") + ", " + rows.moment("ended_at") + ", "
                + rows.moment("until_at") + ", "
                + STANDING.stream().map(rows::value).collect(Collectors.joining(", "))
                + " from " + rows.from() + HELD + ")";
    }

    private static String updateRuns(Unnested<Map.Entry<Long, Standing>> changes) {
        return ", changed as (update run r set status = v.status, owner = case when v.status = 1 then r.owner end,"
                + " ended_at = " + changes.moment("ended_at") + ", until_at = " + changes.moment("until_at") + ", "
                + STANDING.stream()
                        .map(name -> name + " = " + changes.value(name))
                        .collect(Collectors.joining(", "))
                + " from " + changes.from()
                + " where r.id = v.id and r.owner = ? and r.ended_at is null and exists (select 1 from lease)"
                + " returning r.id)";
    }

    private static String insertChunks(Unnested<Write.Chunk> chunks) {
        return ", chunks as (insert into run_chunk (run_id, seq, first_entry, entries, input, data)"
                + " select v.run_id, v.seq, v.first_entry, v.entries, " + chunks.value("input") + ", v.data from "
                + chunks.from() + HELD + ")";
    }

    private static String insertAlarms(Unnested<Map.Entry<Long, Long>> wakings) {
        return ", wakings as (insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                + " select 'run', v.id::text, case when v.at = 0 then now() else " + wakings.moment("at")
                + " end, false, 1 from " + wakings.from() + HELD
                + " on conflict (task_name, task_instance) do nothing)";
    }

    private static Set<Long> missing(Set<Long> wished, Array done) throws SQLException {
        Set<Long> missing = new HashSet<>(wished);
        for (Object id : (Object[]) done.getArray()) {
            missing.remove(id);
        }
        return missing;
    }

    private static Unnested<RunRow> rows(Owner owner, Collection<RunRow> rows) {
        Unnested<RunRow> columns = new Unnested<>(rows)
                .longs("id", RunRow::id)
                .longs("scenario_id", RunRow::scenario)
                .longs("version_id", RunRow::version)
                .ints("version_number", RunRow::number)
                .texts("scenario_name", row -> Sql.text(row.scenarioName()))
                .shorts("cause", row -> (short) row.cause().ordinal())
                .flags("sequential", RunRow::sequential)
                .longs("started_at", RunRow::startedAt)
                .longs("replay_of", RunRow::replayOf)
                .longs(
                        "parent_id",
                        row -> row.parent() == null ? null : row.parent().run())
                .texts(
                        "parent_path",
                        row -> row.parent() == null ? null : row.parent().path())
                .longs("owner", row -> row.standing().status() == RunStatus.RUNNING ? owner.node() : null);
        return standings(columns, RunRow::standing);
    }

    private static Unnested<Map.Entry<Long, Standing>> changes(Collection<Map.Entry<Long, Standing>> changes) {
        return standings(new Unnested<>(changes).longs("id", Map.Entry::getKey), Map.Entry::getValue);
    }

    private static <T> Unnested<T> standings(Unnested<T> columns, Function<T, Standing> of) {
        return columns.shorts("status", row -> (short) of.apply(row).status().ordinal())
                .longs("ended_at", row -> of.apply(row).endedAt())
                .longs("until_at", row -> of.apply(row).until())
                .ints("operations", row -> of.apply(row).operations())
                .longs("bytes", row -> of.apply(row).bytes())
                .ints("error_module", row -> Sql.module(of.apply(row).error()))
                .texts("error_kind", row -> Sql.kind(of.apply(row).error()))
                .texts("error_message", row -> Sql.message(of.apply(row).error()))
                .texts("error_advice", row -> Sql.advice(of.apply(row).error()))
                .texts("error_detail", row -> Sql.detail(of.apply(row).error()))
                .texts("error_said", row -> Sql.said(of.apply(row).error()))
                .bytes("reply", row -> of.apply(row).reply());
    }

    private static Unnested<Write.Chunk> chunks(List<Write.Chunk> chunks) {
        return new Unnested<>(chunks)
                .longs("run_id", Write.Chunk::run)
                .ints("seq", Write.Chunk::seq)
                .longs("first_entry", Write.Chunk::firstEntry)
                .ints("entries", Write.Chunk::entries)
                .bytes("input", Write.Chunk::input)
                .bytes("data", Write.Chunk::data);
    }

    private static Unnested<Map.Entry<Long, Long>> wakings(Collection<Map.Entry<Long, Long>> wakings) {
        return new Unnested<>(wakings).longs("id", Map.Entry::getKey).longs("at", Map.Entry::getValue);
    }

    @Override
    public boolean claim(Connection connection, Owner owner, long run) throws SQLException {
        String sql = "with " + LEASE
                + " update run set owner = ?, status = 1, until_at = null where id = ? and owner is null"
                + " and ended_at is null and exists (select 1 from lease)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, owner.node());
            statement.setInt(2, owner.epoch());
            statement.setLong(3, owner.node());
            statement.setLong(4, run);
            return statement.executeUpdate() == 1;
        }
    }

    @Override
    public List<Long> expire(Connection connection) throws SQLException {
        String sql = "update node set epoch = epoch + 1 where id in"
                + " (select id from node where expires_at < now() for update skip locked) returning id";
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet result = statement.executeQuery()) {
            List<Long> nodes = new ArrayList<>();
            while (result.next()) {
                nodes.add(result.getLong(1));
            }
            return nodes;
        }
    }

    @Override
    public long now(Connection connection) throws SQLException {
        return Sql.number(connection, "select (extract(epoch from clock_timestamp()) * 1000)::bigint");
    }
}
