package dev.tutti.builtin.sql;

import dev.tutti.value.Blob;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Json;
import dev.tutti.value.Moment;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as bundles: numbers, booleans, dates and JSON as such, everything else as text. */
final class Rows {

    private Rows() {}

    /** At most so many rows of the result. */
    static List<Fields> read(ResultSet result, int limit, ZoneId zone) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        List<Fields> rows = new ArrayList<>();
        while (rows.size() < limit && result.next()) {
            Fields.Builder row = Fields.builder();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                row.put(columns.getColumnLabel(i), cell(result, columns, i, zone));
            }
            rows.add(row.build());
        }
        return rows;
    }

    private static Value cell(ResultSet result, ResultSetMetaData columns, int at, ZoneId zone) throws SQLException {
        String type = String.valueOf(columns.getColumnTypeName(at)).toLowerCase(java.util.Locale.ROOT);
        return switch (columns.getColumnType(at)) {
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> moment(result, at, type, zone);
            case Types.DATE, Types.TIME, Types.TIME_WITH_TIMEZONE -> text(result.getString(at));
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> bytes(result.getBytes(at));
            case Types.ARRAY -> array(result.getArray(at));
            default -> {
                if (type.equals("json") || type.equals("jsonb")) {
                    String json = result.getString(at);
                    yield json == null ? Nothing.NULL : Json.parse(json).value().orElse(Text.of(json));
                }
                yield value(result.getObject(at), () -> result.getString(at));
            }
        };
    }

    private static Value moment(ResultSet result, int at, String type, ZoneId zone) throws SQLException {
        if (type.equals("timestamptz")) {
            OffsetDateTime moment = result.getObject(at, OffsetDateTime.class);
            return moment == null ? Nothing.NULL : new Moment(moment.toInstant());
        }
        LocalDateTime local = result.getObject(at, LocalDateTime.class);
        return local == null ? Nothing.NULL : new Moment(local.atZone(zone).toInstant());
    }

    private interface Spelling {
        @Nullable
        String text() throws SQLException;
    }

    private static Value value(@Nullable Object object, Spelling spelling) throws SQLException {
        return switch (object) {
            case null -> Nothing.NULL;
            case Boolean yes -> Bool.of(yes);
            case BigDecimal number -> new Num(number);
            case BigInteger number -> new Num(new BigDecimal(number));
            case Double number when number.isNaN() || number.isInfinite() -> Text.of(number.toString());
            case Float number when number.isNaN() || number.isInfinite() -> Text.of(number.toString());
            case Number number -> new Num(new BigDecimal(number.toString()));
            case String text -> Text.of(text);
            case Object _ -> text(spelling.text());
        };
    }

    private static Value array(@Nullable Array array) throws SQLException {
        if (array == null) {
            return Nothing.NULL;
        }
        List<Value> items = new ArrayList<>();
        for (Object each : (Object[]) array.getArray()) {
            items.add(value(each, () -> String.valueOf(each)));
        }
        return new Items(items);
    }

    private static Value bytes(byte @Nullable [] bytes) {
        return bytes == null ? Nothing.NULL : Blob.of("", Blob.BINARY, bytes);
    }

    private static Value text(@Nullable String text) {
        return text == null ? Nothing.NULL : Text.of(text);
    }
}
