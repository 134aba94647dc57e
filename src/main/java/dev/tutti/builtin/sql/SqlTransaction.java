package dev.tutti.builtin.sql;

import dev.tutti.connection.Credentials.Database;
import dev.tutti.engine.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;

/** One connection in which the calls of a run count together. */
final class SqlTransaction implements Transaction {

    /** A driver's exception on its way through those who know no SQL. */
    static final class Broken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final SQLException cause;

        Broken(SQLException cause) {
            super(cause.getMessage(), cause);
            this.cause = cause;
        }

        SQLException cause() {
            return cause;
        }
    }

    interface Work<T> {
        T in(Connection connection) throws Exception;
    }

    private interface Act {
        void run() throws SQLException;
    }

    private final Connection connection;

    private SqlTransaction(Connection connection) {
        this.connection = connection;
    }

    static SqlTransaction open(SqlConnections connections, Database database) {
        try {
            Connection connection = connections.open(database);
            try {
                connection.setAutoCommit(false);
            } catch (SQLException failed) {
                connection.close();
                throw failed;
            }
            return new SqlTransaction(connection);
        } catch (SQLException failed) {
            throw new Broken(failed);
        }
    }

    /** Does the work of one call. Where it fails, nothing of this call stays, but what earlier calls did does. */
    <T> T call(Work<T> work) throws Exception {
        Savepoint before = connection.setSavepoint();
        try {
            T result = work.in(connection);
            connection.releaseSavepoint(before);
            return result;
        } catch (Exception failed) {
            try {
                connection.rollback(before);
            } catch (SQLException gone) {
                failed.addSuppressed(gone);
            }
            throw failed;
        }
    }

    @Override
    public void commit() {
        act(connection::commit);
    }

    @Override
    public void rollback() {
        act(connection::rollback);
    }

    @Override
    public void close() {
        act(connection::close);
    }

    private static void act(Act act) {
        try {
            act.run();
        } catch (SQLException failed) {
            throw new Broken(failed);
        }
    }
}
