package dev.tutti.datastore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** How table rows become what the face offers. */
final class Rows {

    private Rows() {}

    static DataStore store(ResultSet row, int number) throws SQLException {
        return new DataStore(
                new DataStoreId(row.getLong("id")),
                row.getString("name"),
                row.getLong("records"),
                row.getLong("bytes"),
                Optional.ofNullable(row.getObject("structure_id", Long.class)).map(StructureId::new),
                row.getTimestamp("created_at").toInstant());
    }

    static StoredRecord record(ResultSet row, int number) throws SQLException {
        return new StoredRecord(
                row.getString("record_key"),
                Content.read(row.getBytes("data")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }
}
