package dev.tutti.datastore;

import dev.tutti.value.Fields;
import dev.tutti.workspace.Action;
import dev.tutti.workspace.Audit;
import dev.tutti.workspace.CurrentUser;
import dev.tutti.workspace.Ids;
import dev.tutti.workspace.WorkspaceId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The data stores of the workspace and their records. */
@Component
@Transactional
public class DataStores {

    /** 15 MB. */
    public static final long MAX_RECORD_BYTES = 15L * 1024 * 1024;

    public static final int MAX_NAME = 120;

    private static final String STORES = """
            select s.id, s.name, s.structure_id, s.created_at, count(r.id) as records, coalesce(sum(octet_length(r.data)), 0) as bytes
            from data_store s left join data_store_record r on r.store_id = s.id
            where s.workspace_id = :workspace %s
            group by s.id, s.name, s.structure_id, s.created_at
            order by lower(s.name), s.id
            """;

    private final JdbcClient jdbc;
    private final Records records;
    private final StoreWork work;
    private final Ids ids;
    private final Clock clock;
    private final CurrentUser current;
    private final Audit audit;

    DataStores(
            JdbcClient jdbc, Records records, StoreWork work, Ids ids, Clock clock, CurrentUser current, Audit audit) {
        this.jdbc = jdbc;
        this.records = records;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
        this.current = current;
        this.audit = audit;
    }

    /** All of them, by name. */
    @Transactional(readOnly = true)
    public List<DataStore> all() {
        return jdbc.sql(STORES.formatted(""))
                .param("workspace", WorkspaceId.FIRST.value())
                .query(Rows::store)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<DataStore> find(DataStoreId id) {
        return jdbc.sql(STORES.formatted("and s.id = :id"))
                .param("workspace", WorkspaceId.FIRST.value())
                .param("id", id.value())
                .query(Rows::store)
                .optional();
    }

    /** The same question as {@link #find}, without counting records. */
    @Transactional(readOnly = true)
    public boolean exists(DataStoreId id) {
        return work.exists(id);
    }

    /** A new, empty store. The name is between 1 and {@link #MAX_NAME} characters; several may have the same. */
    public DataStore create(String name) {
        current.require(Action.DATASTORE_EDIT);
        DataStoreId id = new DataStoreId(ids.next());
        jdbc.sql("insert into data_store (id, workspace_id, name, created_at) values (:id, :workspace, :name, :now)")
                .param("id", id.value())
                .param("workspace", WorkspaceId.FIRST.value())
                .param("name", checked(name))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        audit.record("datastore.created", "datastore " + id);
        return find(id).orElseThrow();
    }

    /** Empty if there is no such store. */
    public Optional<DataStore> rename(DataStoreId id, String name) {
        current.require(Action.DATASTORE_EDIT);
        int changed = jdbc.sql("update data_store set name = :name where id = :id and workspace_id = :workspace")
                .param("name", checked(name))
                .param("id", id.value())
                .param("workspace", WorkspaceId.FIRST.value())
                .update();
        if (changed > 0) {
            audit.record("datastore.renamed", "datastore " + id);
        }
        return find(id);
    }

    /** Deletes the store with all its records; false if there is no such store. */
    public boolean delete(DataStoreId id) {
        current.require(Action.DATASTORE_EDIT);
        boolean deleted = jdbc.sql("delete from data_store where id = :id and workspace_id = :workspace")
                        .param("id", id.value())
                        .param("workspace", WorkspaceId.FIRST.value())
                        .update()
                > 0;
        if (deleted) {
            audit.record("datastore.deleted", "datastore " + id);
        }
        return deleted;
    }

    /**
     * Some records.
     *
     * @param part what their keys have to contain, whatever the case; empty for all
     * @param after the {@code next} of the page before
     */
    @Transactional(readOnly = true)
    public RecordPage page(DataStoreId store, String part, Optional<String> after, int limit) {
        return records.page(store, part, after, limit);
    }

    @Transactional(readOnly = true)
    public Optional<StoredRecord> get(DataStoreId store, String key) {
        return records.find(store, key);
    }

    @Transactional(readOnly = true)
    public long count(DataStoreId store) {
        return records.count(store);
    }

    /** Hands every record to {@code visit} in the order in which they came, until it answers false. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void scan(DataStoreId store, Predicate<StoredRecord> visit) {
        work.scan(store, visit);
    }

    /**
     * Stores a record, in the name of a person unless a {@code call} says that a run does. Without a key it gets a new
     * one; {@code overwrite} says whether an existing one is replaced.
     */
    public Written put(DataStoreId store, Optional<String> key, Fields data, boolean overwrite, Optional<Call> call) {
        return permitted(call, "datastore.record.stored", store, () -> work.put(store, key, data, overwrite, call));
    }

    /** Replaces the given fields of a record and leaves the others; {@code insert} says whether it may be new. */
    public Written update(DataStoreId store, String key, Fields data, boolean insert, Optional<Call> call) {
        return permitted(call, "datastore.record.changed", store, () -> work.update(store, key, data, insert, call));
    }

    public Written delete(DataStoreId store, String key, Optional<Call> call) {
        return permitted(call, "datastore.record.deleted", store, () -> work.delete(store, key, call));
    }

    /** Says what the records of a store have to look like; those that are there already stay. False: no such store. */
    public boolean structure(DataStoreId id, Optional<StructureId> structure) {
        current.require(Action.DATASTORE_EDIT);
        boolean changed = jdbc.sql("update data_store set structure_id = :structure "
                                + "where id = :id and workspace_id = :workspace")
                        .param("structure", structure.map(StructureId::value).orElse(null))
                        .param("id", id.value())
                        .param("workspace", WorkspaceId.FIRST.value())
                        .update()
                > 0;
        if (changed) {
            audit.record("datastore.structure", "datastore " + id);
        }
        return changed;
    }

    private Written permitted(Optional<Call> call, String what, DataStoreId store, Supplier<Written> write) {
        if (call.isPresent()) {
            return write.get();
        }
        current.require(Action.DATASTORE_EDIT);
        Written written = write.get();
        if (written instanceof Written.Done) {
            audit.record(what, "datastore " + store);
        }
        return written;
    }

    private static String checked(String name) {
        String trimmed = name.strip();
        if (trimmed.isEmpty() || trimmed.length() > MAX_NAME) {
            throw new IllegalArgumentException("The name must have between 1 and " + MAX_NAME + " characters");
        }
        return trimmed;
    }
}
