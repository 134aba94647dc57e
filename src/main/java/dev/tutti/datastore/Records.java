package dev.tutti.datastore;

import dev.tutti.value.Fields;
import dev.tutti.workspace.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of records. Callers see to transactions and to the store being there. */
@Component
class Records {

    private static final int MAX_KEY = 255;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    Records(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    RecordPage page(DataStoreId store, String part, Optional<String> after, int limit) {
        record Row(long id, StoredRecord record) {}
        List<Row> rows = jdbc.sql("""
                        select id, record_key, data, created_at, changed_at from data_store_record
                        where store_id = :store and id > :after and lower(record_key) like :part escape '!'
                        order by id limit :limit
                        """)
                .param("store", store.value())
                .param("after", after.map(Records::place).orElse(0L))
                .param("part", "%" + part.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%")
                .param("limit", limit + 1)
                .query((row, number) -> new Row(row.getLong("id"), Rows.record(row, number)))
                .list();
        List<Row> shown = rows.subList(0, Math.min(limit, rows.size()));
        Optional<String> next =
                rows.size() > limit ? Optional.of(Long.toString(shown.getLast().id())) : Optional.empty();
        return new RecordPage(shown.stream().map(Row::record).toList(), next);
    }

    /** A place that we did not give out is the end of the list, not an error. */
    private static long place(String after) {
        try {
            return Long.parseLong(after);
        } catch (NumberFormatException foreign) {
            return Long.MAX_VALUE;
        }
    }

    /** The same over another connection, in the transaction that is open there. */
    Records over(JdbcClient other) {
        return new Records(other, ids, clock);
    }

    long clear(DataStoreId store) {
        return jdbc.sql("delete from data_store_record where store_id = :store")
                .param("store", store.value())
                .update();
    }

    Optional<StoredRecord> find(DataStoreId store, String key) {
        return find(store, key, "");
    }

    private Optional<StoredRecord> find(DataStoreId store, String key, String lock) {
        return jdbc.sql("select record_key, data, created_at, changed_at from data_store_record "
                        + "where store_id = :store and record_key = :key" + lock)
                .param("store", store.value())
                .param("key", key)
                .query(Rows::record)
                .optional();
    }

    long count(DataStoreId store) {
        return jdbc.sql("select count(*) from data_store_record where store_id = :store")
                .param("store", store.value())
                .query(Long.class)
                .single();
    }

    Written put(DataStoreId store, String key, Fields data, boolean overwrite) {
        return checked(key, data).orElseGet(() -> {
            byte[] bytes = Content.write(data);
            Instant now = now();
            StoredRecord fresh = new StoredRecord(key, data, now, now);
            if (insert(store, fresh, bytes)) {
                return new Written.Done(fresh, true);
            }
            if (!overwrite) {
                return new Written.Exists(key);
            }
            return find(store, key, " for update")
                    .map(old -> replace(store, old, data, bytes, now))
                    .orElseGet(() ->
                            insert(store, fresh, bytes) ? new Written.Done(fresh, true) : new Written.Exists(key));
        });
    }

    Written update(DataStoreId store, String key, Fields data, boolean insert) {
        return checked(key, data).orElseGet(() -> {
            Optional<StoredRecord> old = find(store, key, " for update");
            if (old.isEmpty()) {
                return insert ? put(store, key, data, true) : new Written.Missing(key);
            }
            Fields merged = old.get().data().with(data);
            byte[] bytes = Content.write(merged);
            return bytes.length > DataStores.MAX_RECORD_BYTES
                    ? new Written.TooLarge(bytes.length)
                    : replace(store, old.get(), merged, bytes, now());
        });
    }

    Written delete(DataStoreId store, String key) {
        Optional<StoredRecord> old = find(store, key, " for update");
        if (old.isEmpty()) {
            return new Written.Missing(key);
        }
        jdbc.sql("delete from data_store_record where store_id = :store and record_key = :key")
                .param("store", store.value())
                .param("key", key)
                .update();
        return new Written.Done(old.get(), false);
    }

    private static Optional<Written> checked(String key, Fields data) {
        if (key.isEmpty() || key.length() > MAX_KEY) {
            return Optional.of(new Written.BadKey());
        }
        Optional<String> file = Content.file(data);
        if (file.isPresent()) {
            return Optional.of(new Written.HoldsFile(file.get()));
        }
        long bytes = Content.write(data).length;
        return bytes > DataStores.MAX_RECORD_BYTES ? Optional.of(new Written.TooLarge(bytes)) : Optional.empty();
    }

    private boolean insert(DataStoreId store, StoredRecord record, byte[] bytes) {
        return jdbc.sql("""
                                insert into data_store_record (id, store_id, record_key, data, created_at, changed_at)
                                values (:id, :store, :key, :data, :now, :now) on conflict do nothing
                                """)
                        .param("id", ids.next())
                        .param("store", store.value())
                        .param("key", record.key())
                        .param("data", bytes)
                        .param("now", Timestamp.from(record.createdAt()))
                        .update()
                > 0;
    }

    private Written replace(DataStoreId store, StoredRecord old, Fields data, byte[] bytes, Instant now) {
        jdbc.sql("update data_store_record set data = :data, changed_at = :now "
                        + "where store_id = :store and record_key = :key")
                .param("data", bytes)
                .param("now", Timestamp.from(now))
                .param("store", store.value())
                .param("key", old.key())
                .update();
        return new Written.Done(new StoredRecord(old.key(), data, old.createdAt(), now), false);
    }

    /** As exact as it is shown and remembered. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
