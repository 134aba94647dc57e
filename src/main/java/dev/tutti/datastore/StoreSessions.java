package dev.tutti.datastore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Opens sessions for runs. Together they leave connections for everybody else: whoever commits their runs needs one. */
@Component
public class StoreSessions {

    private static final int PATIENCE_SECONDS = 30;

    private final DataSource database;
    private final StoreWork work;
    private final Semaphore free;

    StoreSessions(
            DataSource database,
            StoreWork work,
            @Value("${spring.datasource.hikari.maximum-pool-size:10}") int connections) {
        this.database = database;
        this.work = work;
        this.free = new Semaphore(Math.max(1, connections / 2), true);
    }

    /** A session that holds nothing yet. Whoever opens it ends it with a commit or a rollback. */
    public StoreSession open() {
        return new StoreSession(this);
    }

    Connection take() {
        try {
            if (!free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("No connection to the database became free in time");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a connection", stopped);
        }
        try {
            Connection connection = database.getConnection();
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException broken) {
            free.release();
            throw new IllegalStateException("The database gave no connection", broken);
        }
    }

    StoreWork work(Connection connection) {
        return work.over(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
    }

    void giveBack(Connection connection) {
        try (connection) {
            connection.setAutoCommit(true);
        } catch (SQLException broken) {
            // The pool throws a broken connection away.
        } finally {
            free.release();
        }
    }
}
