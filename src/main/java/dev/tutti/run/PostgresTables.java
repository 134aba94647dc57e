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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One statement per batch, with arrays for columns: one way there and back, the commit included. */
final class PostgresTables implements RunTables {

    private static final String LEASE = "lease as (select 1 from node where id = ? and epoch = ? for share)";

    private static final String RUNS = """
            , runs as (
                insert into run (id, scenario_id, version_id, version_number, scenario_name, cause, sequential, started_at,
                    replay_of, status, owner, ended_at, until_at, operations, bytes,
                    error_module, error_kind, error_message, error_advice, error_detail, reply)
                select id, scenario_id, version_id, version_number, scenario_name, cause, sequential,
                    to_timestamp(started_at / 1000.0), replay_of, status, owner, to_timestamp(ended_at / 1000.0),
                    to_timestamp(until_at / 1000.0), operations, bytes,
                    error_module, error_kind, error_message, error_advice, error_detail, reply
                from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::int[], ?::text[], ?::smallint[], ?::boolean[],
                    ?::bigint[], ?::bigint[], ?::smallint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::int[], ?::bigint[],
                    ?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[])
                    as v(id, scenario_id, version_id, version_number, scenario_name, cause, sequential, started_at,
                    replay_of, status, owner, ended_at, until_at, operations, bytes,
                    error_module, error_kind, error_message, error_advice, error_detail, reply)
                where exists (select 1 from lease))""";

    private static final String SCRUB =
            ", scrubbed as (delete from run_chunk where run_id = any(?::bigint[]) and exists (select 1 from lease))";

    private static final String CHANGES = """
            , changed as (
                update run r set status = v.status, owner = case when v.status = 1 then r.owner end,
                    ended_at = to_timestamp(v.ended_at / 1000.0), until_at = to_timestamp(v.until_at / 1000.0),
                    operations = v.operations, bytes = v.bytes, error_module = v.error_module, error_kind = v.error_kind,
                    error_message = v.error_message, error_advice = v.error_advice, error_detail = v.error_detail, reply = v.reply
                from unnest(?::bigint[], ?::smallint[], ?::bigint[], ?::bigint[], ?::int[], ?::bigint[],
                    ?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[])
                    as v(id, status, ended_at, until_at, operations, bytes,
                    error_module, error_kind, error_message, error_advice, error_detail, reply)
                where r.id = v.id and r.owner = ? and r.ended_at is null and exists (select 1 from lease)
                returning r.id)""";

    private static final String CHUNKS = """
            , chunks as (
                insert into run_chunk (run_id, seq, first_entry, entries, input, data)
                select * from unnest(?::bigint[], ?::int[], ?::bigint[], ?::int[], ?::bytea[], ?::bytea[])
                where exists (select 1 from lease))""";

    private static final String WAKINGS = """
            , wakings as (
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                select 'run', id::text, case when at = 0 then now() else to_timestamp(at / 1000.0) end, false, 1
                from unnest(?::bigint[], ?::bigint[]) as v(id, at) where exists (select 1 from lease)
                on conflict (task_name, task_instance) do nothing)""";

    @Override
    public Set<Long> write(Connection connection, Owner owner, CommitBatch batch) throws SQLException, LeaseLost {
        Map<Long, Long> wakings = batch.wakings();
        boolean chunks = !batch.chunks.isEmpty();
        boolean changes = !batch.changes.isEmpty();
        String sql = "with " + LEASE
                + (batch.rows.isEmpty() ? "" : RUNS)
                + (batch.scrubbed.isEmpty() ? "" : SCRUB)
                + (changes ? CHANGES : "")
                + (chunks ? CHUNKS : "")
                + (wakings.isEmpty() ? "" : WAKINGS)
                + " select (select count(*) from lease), "
                + (changes ? "array(select id from changed)" : "null");
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Columns columns = new Columns(connection, statement);
            columns.one(owner.node()).one(owner.epoch());
            if (!batch.rows.isEmpty()) {
                rows(columns, owner, batch.rows.values());
            }
            if (!batch.scrubbed.isEmpty()) {
                columns.all("bigint", batch.scrubbed, id -> id);
            }
            if (changes) {
                columns.all("bigint", batch.changes.keySet(), id -> id);
                standings(columns, batch.changes.values());
                columns.one(owner.node());
            }
            if (chunks) {
                chunks(columns, batch.chunks);
            }
            if (!wakings.isEmpty()) {
                columns.all("bigint", wakings.keySet(), id -> id).all("bigint", wakings.values(), at -> at);
            }
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                if (result.getLong(1) == 0) {
                    throw new LeaseLost();
                }
                return changes ? missing(batch.changes.keySet(), result.getArray(2)) : Set.of();
            }
        }
    }

    private static Set<Long> missing(Set<Long> wished, Array done) throws SQLException {
        Set<Long> missing = new HashSet<>(wished);
        for (Object id : (Object[]) done.getArray()) {
            missing.remove(id);
        }
        return missing;
    }

    private static void rows(Columns columns, Owner owner, Collection<RunRow> rows) throws SQLException {
        List<Standing> standings = rows.stream().map(RunRow::standing).toList();
        columns.all("bigint", rows, RunRow::id)
                .all("bigint", rows, RunRow::scenario)
                .all("bigint", rows, RunRow::version)
                .all("int4", rows, RunRow::number)
                .all("text", rows, row -> Sql.text(row.scenarioName()))
                .all("int2", rows, row -> (short) row.cause().ordinal())
                .all("bool", rows, RunRow::sequential)
                .all("bigint", rows, RunRow::startedAt)
                .all("bigint", rows, RunRow::replayOf)
                .all("int2", standings, standing -> (short) standing.status().ordinal())
                .all("bigint", standings, standing -> standing.status() == RunStatus.RUNNING ? owner.node() : null);
        times(columns, standings);
    }

    private static void standings(Columns columns, Collection<Standing> standings) throws SQLException {
        columns.all("int2", standings, standing -> (short) standing.status().ordinal());
        times(columns, standings);
    }

    private static void times(Columns columns, Collection<Standing> standings) throws SQLException {
        columns.all("bigint", standings, Standing::endedAt)
                .all("bigint", standings, Standing::until)
                .all("int4", standings, Standing::operations)
                .all("bigint", standings, Standing::bytes)
                .all("int4", standings, standing -> Sql.module(standing.error()))
                .all("text", standings, standing -> Sql.kind(standing.error()))
                .all("text", standings, standing -> Sql.message(standing.error()))
                .all("text", standings, standing -> Sql.advice(standing.error()))
                .all("text", standings, standing -> Sql.detail(standing.error()))
                .bytes(standings, Standing::reply);
    }

    private static void chunks(Columns columns, List<Write.Chunk> chunks) throws SQLException {
        columns.all("bigint", chunks, Write.Chunk::run)
                .all("int4", chunks, Write.Chunk::seq)
                .all("bigint", chunks, Write.Chunk::firstEntry)
                .all("int4", chunks, Write.Chunk::entries)
                .bytes(chunks, Write.Chunk::input)
                .bytes(chunks, Write.Chunk::data);
    }

    @Override
    public boolean claim(Connection connection, Owner owner, long run) throws SQLException {
        String sql = "with " + LEASE
                + " update run set owner = ?, status = 1, until_at = null where id = ? and owner is null"
                + " and ended_at is null and exists (select 1 from lease)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            new Columns(connection, statement)
                    .one(owner.node())
                    .one(owner.epoch())
                    .one(owner.node())
                    .one(run);
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

    /** Fills the parameters of a statement one after the other. */
    private static final class Columns {
        private final Connection connection;
        private final PreparedStatement statement;
        private int next = 1;

        Columns(Connection connection, PreparedStatement statement) {
            this.connection = connection;
            this.statement = statement;
        }

        Columns one(long value) throws SQLException {
            statement.setLong(next++, value);
            return this;
        }

        <T> Columns all(String type, Collection<T> rows, Function<T, @Nullable Object> column) throws SQLException {
            @Nullable Object[] values = new @Nullable Object[rows.size()];
            int at = 0;
            for (T row : rows) {
                values[at++] = column.apply(row);
            }
            statement.setArray(next++, connection.createArrayOf(type, values));
            return this;
        }

        <T> Columns bytes(Collection<T> rows, Function<T, byte @Nullable []> column) throws SQLException {
            byte[] @Nullable [] values = new byte[rows.size()] @Nullable [];
            int at = 0;
            for (T row : rows) {
                values[at++] = column.apply(row);
            }
            statement.setArray(next++, connection.createArrayOf("bytea", values));
            return this;
        }
    }
}
