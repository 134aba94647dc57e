package dev.tutti.datastore;

import dev.tutti.value.Fields;
import dev.tutti.value.Json;
import dev.tutti.value.Num;
import dev.tutti.value.Structure;
import dev.tutti.value.StructureJson;
import dev.tutti.workspace.Ids;
import dev.tutti.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is done with records, in whatever transaction is open. Who may do it is seen to before. */
@Component
class StoreWork {

    private static final int SCANNED_AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final Records records;
    private final Calls calls;
    private final Ids ids;

    StoreWork(JdbcClient jdbc, Records records, Calls calls, Ids ids) {
        this.jdbc = jdbc;
        this.records = records;
        this.calls = calls;
        this.ids = ids;
    }

    /** The same over another connection, in the transaction that is open there. */
    StoreWork over(JdbcClient other) {
        return new StoreWork(other, records.over(other), calls.over(other), ids);
    }

    boolean exists(DataStoreId id) {
        return jdbc.sql("select 1 from data_store where id = :id and workspace_id = :workspace")
                .param("id", id.value())
                .param("workspace", WorkspaceId.FIRST.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    Optional<StoredRecord> get(DataStoreId store, String key) {
        return records.find(store, key);
    }

    long count(DataStoreId store) {
        return records.count(store);
    }

    void scan(DataStoreId store, Predicate<StoredRecord> visit) {
        Optional<String> after = Optional.empty();
        do {
            RecordPage page = records.page(store, "", after, SCANNED_AT_ONCE);
            if (!page.items().stream().allMatch(visit)) {
                return;
            }
            after = page.next();
        } while (after.isPresent());
    }

    Written put(DataStoreId store, Optional<String> key, Fields data, boolean overwrite, Optional<Call> call) {
        return once(
                store,
                call,
                () -> unfit(store, data).orElseGet(() -> {
                    String name = key.filter(it -> !it.isEmpty()).orElseGet(() -> Long.toString(ids.next(), 36));
                    return records.put(store, name, data, overwrite);
                }));
    }

    Written update(DataStoreId store, String key, Fields data, boolean insert, Optional<Call> call) {
        return once(store, call, () -> {
            Fields whole =
                    records.find(store, key).map(old -> old.data().with(data)).orElse(data);
            return unfit(store, whole).orElseGet(() -> records.update(store, key, data, insert));
        });
    }

    Written delete(DataStoreId store, String key, Optional<Call> call) {
        return once(store, call, () -> records.delete(store, key));
    }

    /** Deletes all records and tells how many there were; empty where there is no such store. */
    OptionalLong clear(DataStoreId store, Call call) {
        if (!exists(store)) {
            return OptionalLong.empty();
        }
        return calls.remember(call, () -> Optional.of(Fields.of("deleted", Num.of(records.clear(store)))))
                .map(answer ->
                        OptionalLong.of(((Num) answer.get("deleted")).number().longValue()))
                .orElse(OptionalLong.empty());
    }

    private Written once(DataStoreId store, Optional<Call> call, Supplier<Written> write) {
        if (!exists(store)) {
            return new Written.NoStore();
        }
        return call.isPresent() ? calls.once(call.get(), write) : write.get();
    }

    private Optional<Written> unfit(DataStoreId store, Fields data) {
        List<Structure.Violation> violations = jdbc.sql("select s.content from data_store d "
                        + "join data_structure s on s.id = d.structure_id where d.id = :id")
                .param("id", store.value())
                .query(String.class)
                .optional()
                .flatMap(StoreWork::structure)
                .map(structure -> structure.check(data))
                .orElse(List.of());
        return violations.isEmpty() ? Optional.empty() : Optional.of(new Written.Unfit(violations));
    }

    static Optional<Structure> structure(String content) {
        return Json.parse(content)
                .value()
                .map(StructureJson::read)
                .flatMap(answer -> answer instanceof StructureJson.Read(Structure structure)
                        ? Optional.of(structure)
                        : Optional.empty());
    }
}
