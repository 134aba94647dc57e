package dev.tutti.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Real databases for tests, each one new and empty. One PostgreSQL server is started per JVM when it is first asked
 * for, and stopped with it.
 *
 * <p>The same test over both: {@code @ParameterizedTest @MethodSource("dev.tutti.testing.Databases#both")}.
 */
public final class Databases {

    private static final String H2_SETTINGS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private Databases() {}

    /** One of each kind. */
    public static Stream<Database> both() {
        return Stream.of(h2(), postgres());
    }

    /** H2 in memory; it lives as long as the JVM. */
    public static Database h2() {
        return new Database("jdbc:h2:mem:" + nextName() + H2_SETTINGS + ";DB_CLOSE_DELAY=-1", "tutti", "");
    }

    /** H2 in a file of this folder, as the application has it. */
    public static Database h2(Path folder) {
        return new Database("jdbc:h2:file:" + folder.toAbsolutePath().resolve("tutti") + H2_SETTINGS, "tutti", "");
    }

    public static Database postgres() {
        String name = nextName();
        try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " template template0");
        } catch (SQLException e) {
            throw new IllegalStateException("The test's PostgreSQL did not make a database", e);
        }
        return new Database(Server.POSTGRES.getJdbcUrl("postgres", name), "postgres", "");
    }

    private static String nextName() {
        return "tutti_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
    }

    private static final class Server {

        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("The test's PostgreSQL did not start", e);
            }
        }
    }
}
