package dev.tutti.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes what runs hand over durable, one commit for all that came while the commit before was under way. It never
 * waits for company: lingering for a millisecond halves the throughput of twenty callers.
 */
final class Committer {

    private static final int MOST_UNITS = 512;
    private static final int MOST_BYTES = 4_000_000;
    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);

    private final DataSource database;
    private final RunTables tables;
    private final Lease lease;
    private final LinkedBlockingQueue<CommitUnit> queue = new LinkedBlockingQueue<>();
    private final LongAdder commits = new LongAdder();
    private final Thread thread = Thread.ofPlatform().name("commits").daemon().unstarted(this::work);
    private volatile boolean closing;

    Committer(DataSource database, RunTables tables, Lease lease) {
        this.database = database;
        this.tables = tables;
        this.lease = lease;
    }

    void start() {
        thread.start();
    }

    /** Takes writes that shall be durable together; they keep the order in which they were handed over. */
    CompletableFuture<Commit> submit(List<Write> writes) {
        CompletableFuture<Commit> done = new CompletableFuture<>();
        queue.add(new CommitUnit(writes, done));
        if (closing && !thread.isAlive()) {
            failWhatIsLeft();
        }
        return done;
    }

    /** How many transactions there were. */
    long commits() {
        return commits.sum();
    }

    /** Writes what is queued and ends. */
    void close() throws InterruptedException {
        closing = true;
        if (thread.isAlive()) {
            queue.add(new CommitUnit(List.of(), new CompletableFuture<>()));
            thread.join();
        }
        failWhatIsLeft();
    }

    private void failWhatIsLeft() {
        CommitUnit left;
        while ((left = queue.poll()) != null) {
            left.done().complete(new Commit.Failed(new IllegalStateException("Tutti is stopping")));
        }
    }

    private void work() {
        List<CommitUnit> units = new ArrayList<>();
        while (!closing || !queue.isEmpty()) {
            try {
                units.add(queue.take());
                int size = units.getFirst().size();
                while (units.size() < MOST_UNITS && size < MOST_BYTES && queue.peek() instanceof CommitUnit next) {
                    units.add(next);
                    size += next.size();
                    queue.poll();
                }
                commit(units);
            } catch (InterruptedException asked) {
                closing = true;
            } finally {
                units.clear();
            }
        }
    }

    private void commit(List<CommitUnit> units) {
        try {
            try (Connection connection = database.getConnection()) {
                write(connection, units);
            }
        } catch (RunTables.LeaseLost lost) {
            units.forEach(unit -> unit.done().complete(new Commit.Fenced()));
            lease.lose();
        } catch (SQLException | RuntimeException failure) {
            if (units.size() > 1 && concernsOneRow(failure)) {
                units.forEach(unit -> commit(List.of(unit)));
            } else {
                LOG.warn("{} commits failed: {}", units.size(), failure.getMessage());
                units.forEach(unit -> unit.done().complete(new Commit.Failed(failure)));
            }
        }
    }

    /** One value that the database refuses must not fail the runs that happened to come with it. */
    private static boolean concernsOneRow(Exception failure) {
        return failure instanceof SQLException sql
                && sql.getSQLState() != null
                && (sql.getSQLState().startsWith("22") || sql.getSQLState().startsWith("23"));
    }

    private void write(Connection connection, List<CommitUnit> units) throws SQLException, RunTables.LeaseLost {
        if (units.stream().anyMatch(Committer::needsTransaction)) {
            inTransaction(connection, units);
            return;
        }
        CommitBatch batch = new CommitBatch(units);
        Set<Long> refused = tables.write(connection, lease.owner(), batch);
        commits.increment();
        units.forEach(unit -> unit.done().complete(outcome(unit, refused)));
    }

    private void inTransaction(Connection connection, List<CommitUnit> units) throws SQLException, RunTables.LeaseLost {
        connection.setAutoCommit(false);
        boolean committed = false;
        try {
            List<Commit> duplicates = new ArrayList<>();
            List<CommitUnit> fresh = new ArrayList<>();
            for (CommitUnit unit : units) {
                Commit duplicate = duplicate(connection, unit);
                duplicates.add(duplicate);
                if (duplicate instanceof Commit.Done) {
                    fresh.add(unit);
                }
            }
            Set<Long> refused = tables.write(connection, lease.owner(), new CommitBatch(fresh));
            for (CommitUnit unit : fresh) {
                if (outcome(unit, refused) instanceof Commit.Done) {
                    besides(connection, unit);
                }
            }
            connection.commit();
            committed = true;
            commits.increment();
            for (int i = 0; i < units.size(); i++) {
                Commit duplicate = duplicates.get(i);
                units.get(i)
                        .done()
                        .complete(duplicate instanceof Commit.Done ? outcome(units.get(i), refused) : duplicate);
            }
        } finally {
            if (!committed) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }

    private static boolean needsTransaction(CommitUnit unit) {
        return unit.writes().stream()
                .anyMatch(write -> write instanceof Write.Also
                        || (write instanceof Write.Accept accept && accept.dedupKey() != null));
    }

    private static void besides(Connection connection, CommitUnit unit) throws SQLException {
        for (Write write : unit.writes()) {
            if (write instanceof Write.Also(Write.Work work)) {
                work.in(connection);
            }
        }
    }

    private static Commit duplicate(Connection connection, CommitUnit unit) throws SQLException {
        for (Write write : unit.writes()) {
            if (write instanceof Write.Accept accept && accept.dedupKey() instanceof String key) {
                try (PreparedStatement insert = connection.prepareStatement(
                        "insert into run_dedup (dedup_key, run_id) values (?, ?) on conflict do nothing")) {
                    insert.setString(1, key);
                    insert.setLong(2, accept.row().id());
                    if (insert.executeUpdate() == 0) {
                        return new Commit.Duplicate(holder(connection, key));
                    }
                }
            }
        }
        return new Commit.Done();
    }

    private static long holder(Connection connection, String key) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select run_id from run_dedup where dedup_key = ?")) {
            select.setString(1, key);
            try (ResultSet result = select.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private static Commit outcome(CommitUnit unit, Set<Long> refused) {
        if (!refused.isEmpty()) {
            for (Write write : unit.writes()) {
                if (write instanceof Write.Change change && refused.contains(change.run())) {
                    return new Commit.Fenced();
                }
            }
        }
        return new Commit.Done();
    }
}
