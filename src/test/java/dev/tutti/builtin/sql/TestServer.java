package dev.tutti.builtin.sql;

import dev.tutti.testing.Database;
import dev.tutti.testing.Databases;
import dev.tutti.testing.MariaDb;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;

/** A database server of the tests, as somebody who makes a connection to it sees it. */
record TestServer(boolean postgres, Map<String, String> fields) {

    /** PostgreSQL always; MariaDB where the machine has or gets one. */
    static Stream<TestServer> all() {
        if (MariaDb.port().isEmpty()) {
            System.err.println("MariaDB is skipped: it is not installed, and cannot be installed from here.");
        }
        return Stream.concat(Stream.of(postgresql()), MariaDb.port().map(TestServer::maria).stream());
    }

    static TestServer postgresql() {
        Database database = Databases.postgres();
        URI address = URI.create(database.url().substring("jdbc:".length()));
        return new TestServer(
                true, fields("postgresql", address.getPort(), address.getPath().substring(1), database.username()));
    }

    private static TestServer maria(int port) {
        try (var connection = DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/", "root", "");
                var statement = connection.createStatement()) {
            statement.execute("create database if not exists shop character set utf8mb4");
        } catch (SQLException failed) {
            throw new IllegalStateException("The test's MariaDB did not make a database", failed);
        }
        return new TestServer(false, fields("mariadb", port, "shop", "root"));
    }

    private static Map<String, String> fields(String product, int port, String database, String user) {
        return Map.of(
                "product",
                product,
                "host",
                "127.0.0.1",
                "port",
                Integer.toString(port),
                "database",
                database,
                "user",
                user,
                "encryption",
                "none");
    }

    String createPerson() {
        return postgres
                ? "create table person (id serial primary key, name text unique, total numeric(10,2),"
                        + " born timestamptz, active boolean, note text)"
                : "create table person (id int auto_increment primary key, name varchar(100) unique,"
                        + " total decimal(10,2), born datetime, active boolean, note text)";
    }

    @Override
    public String toString() {
        return postgres ? "PostgreSQL" : "MariaDB";
    }
}
