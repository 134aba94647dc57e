package dev.tutti.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Which of the two databases this is, and whether it keeps what it confirms. */
final class Databases {

    private Databases() {}

    /** Throws {@link UnsafeDatabase} for an H2 that would lose confirmed commits when the process is killed. */
    static RunTables tables(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            if (product.equals("PostgreSQL")) {
                return new PostgresTables();
            }
            if (!product.equals("H2")) {
                throw new UnsafeDatabase("Tutti works with PostgreSQL and H2, not with " + product + ".");
            }
            boolean file = connection.getMetaData().getURL().startsWith("jdbc:h2:file:");
            if (file && !setting(connection, "WRITE_DELAY").equals("0")) {
                throw new UnsafeDatabase("H2 is set to write late (WRITE_DELAY is "
                        + setting(connection, "WRITE_DELAY")
                        + "): requests that were confirmed would be lost when the process is killed.");
            }
            return new H2Tables();
        }
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select setting_value from information_schema.settings where setting_name = ?")) {
            select.setString(1, name);
            try (ResultSet result = select.executeQuery()) {
                return result.next() ? result.getString(1) : "";
            }
        }
    }
}
