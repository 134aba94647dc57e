package dev.tutti.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process's right to execute runs: a row that it renews every three seconds. Whoever finds a row older than ten
 * seconds raises its epoch, which makes every later write of that process void, and only then gives its runs away.
 */
final class Lease {

    static final Duration BEAT = Duration.ofSeconds(3);
    private static final String LENGTH = "interval '10' second";
    private static final long FRESH_NANOS = Duration.ofSeconds(7).toNanos();
    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

    private final DataSource database;
    private final RunTables tables;
    private final RunTables.Owner owner;
    private final Runnable lost;
    private volatile long confirmed;
    private volatile boolean gone;

    /** @param lost what to do when somebody else has taken over: in earnest, end the process at once */
    Lease(DataSource database, RunTables tables, long node, Runnable lost) {
        this.database = database;
        this.tables = tables;
        this.owner = new RunTables.Owner(node, 1);
        this.lost = lost;
    }

    RunTables.Owner owner() {
        return owner;
    }

    /** Begins the lease. H2 has one process, so whatever it finds there belongs to a dead one. */
    void open() throws SQLException {
        long asked = System.nanoTime();
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into node (id, epoch, host, started_at, expires_at)"
                                + " values (?, ?, ?, current_timestamp, current_timestamp + " + LENGTH + ")")) {
            if (tables instanceof H2Tables) {
                Sql.update(connection, "update node set expires_at = current_timestamp - interval '1' second");
                Sql.update(
                        connection,
                        "update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,"
                                + " version = version + 1 where picked");
            }
            insert.setLong(1, owner.node());
            insert.setInt(2, owner.epoch());
            insert.setString(3, Long.toString(ProcessHandle.current().pid()));
            insert.executeUpdate();
        }
        confirmed = asked;
    }

    /** Renews the lease. */
    void beat() {
        long asked = System.nanoTime();
        try (Connection connection = database.getConnection()) {
            int renewed = Sql.update(
                    connection,
                    "update node set expires_at = current_timestamp + " + LENGTH + " where id = ? and epoch = ?",
                    owner.node(),
                    owner.epoch());
            if (renewed == 0) {
                lose();
            } else {
                confirmed = asked;
            }
        } catch (SQLException unreachable) {
            LOG.warn("The lease could not be renewed: {}", unreachable.getMessage());
        }
    }

    /** Finds processes that do not renew theirs and lets db-scheduler give their runs out; returns how many. */
    int takeOver() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                List<Long> dead = tables.expire(connection);
                int runs = 0;
                for (long node : dead) {
                    runs += Release.all(connection, node);
                    Sql.update(connection, "delete from node where id = ?", node);
                    LOG.warn("A process stopped without a word; {} of its runs go on here or elsewhere", runs);
                }
                connection.commit();
                done = true;
                return runs;
            } finally {
                if (!done) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        }
    }

    /** Whether the lease was renewed lately enough to start something that cannot be taken back. */
    boolean fresh() {
        return !gone && System.nanoTime() - confirmed < FRESH_NANOS;
    }

    /** Whether the database still knows the lease; if not, this process is over. */
    boolean holds(Connection connection) throws SQLException {
        String sql = "select count(*) from node where id = ? and epoch = ?";
        boolean held = Sql.number(connection, sql, owner.node(), owner.epoch()) == 1;
        if (!held) {
            lose();
        }
        return held;
    }

    void lose() {
        if (!gone) {
            gone = true;
            LOG.error("Another process has taken over: this one was not heard of for too long");
            lost.run();
        }
    }

    void close() {
        try (Connection connection = database.getConnection()) {
            Sql.update(connection, "delete from node where id = ? and epoch = ?", owner.node(), owner.epoch());
        } catch (SQLException unreachable) {
            LOG.warn("The lease could not be given back: {}", unreachable.getMessage());
        }
    }
}
