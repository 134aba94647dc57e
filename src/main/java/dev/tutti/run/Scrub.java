package dev.tutti.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes the data of confidential runs away that had to stay while a bundle of them waited to go on. */
final class Scrub {

    private static final String BASES = "select base_id from run_origin where run_id = ?";
    private static final String HEIRS = "select run_id from run_origin where base_id = ?";

    private Scrub() {}

    /** A run that nothing waits for any more, and those it took up or that took it up. */
    static void free(Connection connection, long run) throws SQLException {
        free(connection, run, new HashSet<>());
    }

    private static void free(Connection connection, long run, Set<Long> seen) throws SQLException {
        if (!seen.add(run)) {
            return;
        }
        boolean over = Sql.any(connection, "select id from run where id = ? and ended_at is not null", run);
        if (over && !needed(connection, run)) {
            strip(connection, run);
        }
        for (long kin : ids(connection, BASES, run)) {
            free(connection, kin, seen);
        }
        for (long kin : ids(connection, HEIRS, run)) {
            free(connection, kin, seen);
        }
    }

    private static void strip(Connection connection, long run) throws SQLException {
        List<ChunkReader.Line> lines = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("select data from run_chunk where run_id = ? order by seq")) {
            select.setLong(1, run);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    lines.addAll(ChunkReader.all(row.getBytes(1)));
                }
            }
        }
        ChunkWriter bare = new ChunkWriter(false);
        lines.forEach(line -> bare.add(line.at(), line.entry()));
        Sql.update(connection, "delete from run_chunk where run_id = ?", run);
        Sql.execute(
                connection,
                "insert into run_chunk (run_id, seq, first_entry, entries, data) values (?, 0, 1, ?, ?)",
                run,
                lines.size(),
                bare.take());
    }

    /** Something waits to go on with it, or with a run that took it up. */
    private static boolean needed(Connection connection, long run) throws SQLException {
        String waits = "select id from incomplete where (run_id = ? or carrier_id = ?) and state < 3";
        if (Sql.any(connection, waits, run, run)) {
            return true;
        }
        for (long heir : ids(connection, HEIRS, run)) {
            if (Sql.any(connection, "select id from run where id = ? and ended_at is null", heir)
                    || needed(connection, heir)) {
                return true;
            }
        }
        return false;
    }

    private static List<Long> ids(Connection connection, String sql, long run) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, run);
            try (ResultSet row = select.executeQuery()) {
                List<Long> ids = new ArrayList<>();
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
                return ids;
            }
        }
    }
}
