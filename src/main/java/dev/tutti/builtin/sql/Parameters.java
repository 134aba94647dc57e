package dev.tutti.builtin.sql;

import dev.tutti.value.Blob;
import dev.tutti.value.Blobs;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Json;
import dev.tutti.value.Moment;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** Values on their way into a statement. */
record Parameters(Dialect dialect, ZoneId zone, Blobs blobs) {

    void set(PreparedStatement statement, List<? extends Value> values) throws SQLException, IOException {
        for (int i = 0; i < values.size(); i++) {
            set(statement, i + 1, values.get(i));
        }
    }

    private void set(PreparedStatement statement, int at, Value value) throws SQLException, IOException {
        switch (value) {
            case Nothing _ -> statement.setNull(at, Types.NULL);
            case Text(String text) -> statement.setString(at, text);
            case Num(var number) -> statement.setBigDecimal(at, number);
            case Bool bool -> statement.setBoolean(at, bool.value());
            case Moment(var instant) -> {
                // A column without a zone means the clock of the scenario.
                if (dialect == Dialect.POSTGRESQL) {
                    statement.setObject(at, instant.atOffset(ZoneOffset.UTC));
                } else {
                    statement.setObject(at, LocalDateTime.ofInstant(instant, zone));
                }
            }
            case Blob blob -> {
                try (InputStream bytes = blobs.open(blob)) {
                    statement.setBytes(at, bytes.readAllBytes());
                }
            }
            case Fields _, Items _ -> statement.setString(at, Json.write(value));
        }
    }
}
