package dev.tutti.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** What the two databases do differently on the way that many runs take. */
interface RunTables {

    /** Under whose lease something is written. */
    record Owner(long node, int epoch) {}

    /** The lease is not ours any more: nothing was written. */
    final class LeaseLost extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Writes a batch, in the transaction of the connection or in one of its own when it has none. Returns the runs
     * whose change was refused because another node owns them.
     */
    Set<Long> write(Connection connection, Owner owner, CommitBatch batch) throws SQLException, LeaseLost;

    /** Makes a run that waits ours; false when it is not to be had. */
    boolean claim(Connection connection, Owner owner, long run) throws SQLException;

    /** Finds leases that have expired and makes them worthless; returns their nodes. */
    List<Long> expire(Connection connection) throws SQLException;

    /** The milliseconds since 1970 by the database's clock. */
    long now(Connection connection) throws SQLException;
}
