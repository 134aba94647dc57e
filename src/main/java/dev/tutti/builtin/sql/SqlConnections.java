package dev.tutti.builtin.sql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.tutti.connection.Credentials.Database;
import dev.tutti.connector.Keyring;
import dev.tutti.engine.Invocation;
import dev.tutti.outbound.JdbcSockets;
import dev.tutti.outbound.Outbound;
import dev.tutti.outbound.Protocol;
import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.net.SocketFactory;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/**
 * The ways to the databases of connections. A few connections to each stay open while it is in use, so that a thousand
 * rows do not sign in a thousand times; those of changed credentials are closed when nobody has asked for a while.
 */
@Component
final class SqlConnections {

    private static final int MOST = 5;
    private static final int CONNECT_SECONDS = 10;
    private static final int ANSWER_SECONDS = 300;
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final Keyring keyring;
    private final SocketFactory sockets;

    // Database compares its secrets as well, so changed credentials get a pool of their own.
    private final Cache<Database, HikariDataSource> pools = Caffeine.newBuilder()
            .expireAfterAccess(Duration.ofMinutes(10))
            .maximumSize(100)
            .<Database, HikariDataSource>removalListener((_, pool, _) -> {
                if (pool != null) {
                    pool.close();
                }
            })
            .build();

    SqlConnections(Keyring keyring, Outbound outbound) {
        this.keyring = keyring;
        this.sockets = outbound.guardedSockets(Protocol.DATABASE);
    }

    /** What the call's connection holds; empty where it was deleted or is of another type. */
    Optional<Database> of(Invocation invocation) {
        return keyring.open(invocation, Set.of("database")) instanceof Keyring.Key.Ready ready
                ? ready.credentials().map(Database.class::cast)
                : Optional.empty();
    }

    /** A connection that commits each statement; whoever gets it closes it. */
    Connection open(Database database) throws SQLException {
        HikariDataSource pool = pools.get(database, this::pool);
        if (pool.getHikariPoolMXBean().getTotalConnections() == 0) {
            // The pool would go on trying for its whole patience and then say only that it ran out.
            fresh(database).close();
        }
        return pool.getConnection();
    }

    /** A connection that nobody shared before, for trying out. */
    Connection fresh(Database database) throws SQLException {
        return source(database).getConnection();
    }

    @PreDestroy
    void close() {
        pools.invalidateAll();
        pools.cleanUp();
    }

    private HikariDataSource pool(Database database) {
        HikariConfig config = new HikariConfig();
        try {
            config.setDataSource(source(database));
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
        config.setPoolName("sql-" + database.host());
        config.setMaximumPoolSize(MOST);
        config.setMinimumIdle(0);
        config.setIdleTimeout(IDLE.toMillis());
        config.setConnectionTimeout(Duration.ofSeconds(CONNECT_SECONDS + 5L).toMillis());
        // The first call of a run says why it failed, not the pool when it is made.
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    private DataSource source(Database database) throws SQLException {
        DataSource driver = switch (database.product()) {
            case POSTGRESQL -> postgres(database);
            case MARIADB -> maria(database);
        };
        return new DelegatingDataSource(driver) {
            @Override
            public Connection getConnection() throws SQLException {
                return JdbcSockets.through(sockets, driver::getConnection);
            }
        };
    }

    private static DataSource postgres(Database database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {database.host()});
        source.setPortNumbers(new int[] {database.port()});
        source.setDatabaseName(database.database());
        source.setUser(database.user());
        source.setPassword(database.password());
        source.setSslMode(
                switch (database.security()) {
                    case NONE -> "disable";
                    case TLS -> "require";
                    case VERIFIED -> "verify-full";
                });
        if (database.security() == Database.Encryption.VERIFIED) {
            source.setSslfactory("org.postgresql.ssl.DefaultJavaSSLFactory");
        }
        source.setSocketFactory(JdbcSockets.class.getName());
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setLoginTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(ANSWER_SECONDS);
        source.setApplicationName("Tutti");
        // A text goes into a column of any type, as it does where it is written into the statement.
        source.setStringType("unspecified");
        return source;
    }

    /** Host and database name are of letters, digits, points, dashes and colons: nothing that means something in a URL. */
    private static DataSource maria(Database database) throws SQLException {
        String host = database.host().contains(":") ? "[" + database.host() + "]" : database.host();
        String security = switch (database.security()) {
            case NONE -> "disable&allowPublicKeyRetrieval=true";
            case TLS -> "trust";
            case VERIFIED -> "verify-full";
        };
        MariaDbDataSource source = new MariaDbDataSource("jdbc:mariadb://" + host + ":" + database.port() + "/"
                + database.database() + "?socketFactory=" + JdbcSockets.class.getName() + "&sslMode=" + security
                + "&allowLocalInfile=false&connectTimeout=" + CONNECT_SECONDS * 1000 + "&socketTimeout="
                + ANSWER_SECONDS * 1000);
        source.setUser(database.user());
        source.setPassword(database.password());
        return source;
    }
}
