package dev.tutti.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Asks the database, in the transaction under way where there is one. */
final class Reading {

    private final DataSource database;

    Reading(DataSource database) {
        this.database = database;
    }

    /** Makes something of a row. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> query(String sql, List<?> parameters, Row<T> reading) {
        Connection connection = DataSourceUtils.getConnection(database);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int at = 1;
            for (Object parameter : parameters) {
                statement.setObject(at++, parameter);
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reading.read(result));
                }
            }
            return rows;
        } catch (SQLException failure) {
            throw new DataAccessResourceFailureException("The runs could not be read", failure);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }
}
