package dev.tutti.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** H2 has one process and no arrays worth their name: JDBC batches in one transaction. */
final class H2Tables implements RunTables {

    @Override
    public Set<Long> write(Connection connection, Owner owner, CommitBatch batch) throws SQLException, LeaseLost {
        if (!connection.getAutoCommit()) {
            return inTransaction(connection, owner, batch);
        }
        connection.setAutoCommit(false);
        boolean committed = false;
        try {
            Set<Long> refused = inTransaction(connection, owner, batch);
            connection.commit();
            committed = true;
            return refused;
        } finally {
            if (!committed) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }

    private static Set<Long> inTransaction(Connection connection, Owner owner, CommitBatch batch)
            throws SQLException, LeaseLost {
        if (Sql.number(connection, "select count(*) from node where id = ? and epoch = ?", owner.node(), owner.epoch())
                == 0) {
            throw new LeaseLost();
        }
        rows(connection, owner, batch);
        for (long run : batch.scrubbed) {
            Sql.update(connection, "delete from run_chunk where run_id = ?", run);
        }
        Set<Long> refused = changes(connection, owner, batch.changes);
        chunks(connection, batch.chunks);
        wakings(connection, batch.wakings());
        return refused;
    }

    private static void rows(Connection connection, Owner owner, CommitBatch batch) throws SQLException {
        if (batch.rows.isEmpty()) {
            return;
        }
        String sql = "insert into run (id, scenario_id, version_id, version_number, scenario_name, cause, sequential,"
                + " started_at, replay_of, owner, status, ended_at, until_at, operations, bytes, error_module,"
                + " error_kind, error_message, error_advice, error_detail, error_said, reply, parent_id, parent_path)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (RunRow row : batch.rows.values()) {
                statement.setLong(1, row.id());
                statement.setLong(2, row.scenario());
                statement.setLong(3, row.version());
                statement.setObject(4, row.number(), Types.INTEGER);
                statement.setString(5, row.scenarioName());
                statement.setInt(6, row.cause().ordinal());
                statement.setBoolean(7, row.sequential());
                time(statement, 8, row.startedAt());
                statement.setObject(9, row.replayOf(), Types.BIGINT);
                statement.setObject(
                        10, row.standing().status() == RunStatus.RUNNING ? owner.node() : null, Types.BIGINT);
                int next = standing(statement, 11, row.standing());
                Parent parent = row.parent();
                statement.setObject(next, parent == null ? null : parent.run(), Types.BIGINT);
                statement.setString(next + 1, parent == null ? null : parent.path());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static Set<Long> changes(Connection connection, Owner owner, Map<Long, Standing> changes)
            throws SQLException {
        Set<Long> refused = new HashSet<>();
        if (changes.isEmpty()) {
            return refused;
        }
        String sql = "update run set status = ?, ended_at = ?, until_at = ?, operations = ?, bytes = ?,"
                + " error_module = ?, error_kind = ?, error_message = ?, error_advice = ?, error_detail = ?, error_said = ?, reply = ?,"
                + " owner = case when cast(? as smallint) = 1 then owner end"
                + " where id = ? and owner = ? and ended_at is null";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            List<Long> runs = new ArrayList<>();
            for (Map.Entry<Long, Standing> change : changes.entrySet()) {
                int next = standing(statement, 1, change.getValue());
                statement.setInt(next, change.getValue().status().ordinal());
                statement.setLong(next + 1, change.getKey());
                statement.setLong(next + 2, owner.node());
                statement.addBatch();
                runs.add(change.getKey());
            }
            int[] counts = statement.executeBatch();
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] == 0) {
                    refused.add(runs.get(i));
                }
            }
        }
        return refused;
    }

    private static int standing(PreparedStatement statement, int from, Standing standing) throws SQLException {
        int at = from;
        statement.setInt(at++, standing.status().ordinal());
        time(statement, at++, standing.endedAt());
        time(statement, at++, standing.until());
        statement.setInt(at++, standing.operations());
        statement.setLong(at++, standing.bytes());
        statement.setObject(at++, Sql.module(standing.error()), Types.INTEGER);
        statement.setString(at++, Sql.kind(standing.error()));
        statement.setString(at++, Sql.message(standing.error()));
        statement.setString(at++, Sql.advice(standing.error()));
        statement.setString(at++, Sql.detail(standing.error()));
        statement.setString(at++, Sql.said(standing.error()));
        statement.setBytes(at++, standing.reply());
        return at;
    }

    private static void time(PreparedStatement statement, int at, @Nullable Long millis) throws SQLException {
        if (millis == null) {
            statement.setNull(at, Types.TIMESTAMP_WITH_TIMEZONE);
        } else {
            statement.setObject(at, Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC));
        }
    }

    private static void chunks(Connection connection, List<Write.Chunk> chunks) throws SQLException {
        if (chunks.isEmpty()) {
            return;
        }
        String sql = "insert into run_chunk (run_id, seq, first_entry, entries, input, data) values (?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Write.Chunk chunk : chunks) {
                statement.setLong(1, chunk.run());
                statement.setInt(2, chunk.seq());
                statement.setLong(3, chunk.firstEntry());
                statement.setInt(4, chunk.entries());
                statement.setBytes(5, chunk.input());
                statement.setBytes(6, chunk.data());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void wakings(Connection connection, Map<Long, Long> wakings) throws SQLException {
        if (wakings.isEmpty()) {
            return;
        }
        String sql = "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                + " values ('run', ?, ?, false, 1) on conflict do nothing";
        long now = System.currentTimeMillis();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Map.Entry<Long, Long> waking : wakings.entrySet()) {
                statement.setString(1, Long.toString(waking.getKey()));
                time(statement, 2, waking.getValue() == 0 ? now : waking.getValue());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    @Override
    public boolean claim(Connection connection, Owner owner, long run) throws SQLException {
        return Sql.update(
                        connection,
                        "update run set owner = ?, status = 1, until_at = null where id = ? and owner is null"
                                + " and ended_at is null"
                                + " and exists (select 1 from node where node.id = ? and epoch = ?)",
                        owner.node(),
                        run,
                        owner.node(),
                        owner.epoch())
                == 1;
    }

    @Override
    public List<Long> expire(Connection connection) throws SQLException {
        List<Long> nodes = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                        "select id from node where expires_at < current_timestamp for update");
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                nodes.add(result.getLong(1));
            }
        }
        for (long node : nodes) {
            Sql.update(connection, "update node set epoch = epoch + 1 where id = ?", node);
        }
        return nodes;
    }

    @Override
    public long now(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select current_timestamp");
                ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getObject(1, java.time.OffsetDateTime.class)
                    .toInstant()
                    .toEpochMilli();
        }
    }
}
