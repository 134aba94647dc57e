package dev.tutti.api;

import dev.tutti.datastore.DataStore;
import dev.tutti.datastore.DataStoreId;
import dev.tutti.datastore.DataStores;
import dev.tutti.datastore.RecordPage;
import dev.tutti.datastore.StoredRecord;
import dev.tutti.datastore.StructureId;
import dev.tutti.datastore.Structures;
import dev.tutti.datastore.Written;
import dev.tutti.value.Fields;
import dev.tutti.workspace.Action;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Data stores and their records. */
@RestController
@RequestMapping("/api/v1/datastores")
class DataStoresController {

    private static final int MOST = 200;

    record StoreView(
            String id,
            String name,
            long records,
            long bytes,
            @Nullable String structure,
            Instant createdAt) {}

    record RecordView(String key, Fields data, Instant createdAt, Instant changedAt) {}

    record Page(List<RecordView> items, @Nullable String next) {}

    record NewStore(@Nullable String name) {}

    /** @param structure its id; without one anything fits */
    record Structured(@Nullable String structure) {}

    /** @param overwrite whether a record with the same key is replaced */
    record NewRecord(
            @Nullable String key,
            @Nullable Fields data,
            @Nullable Boolean overwrite) {}

    record Content(@Nullable Fields data) {}

    private final DataStores stores;
    private final Structures structures;

    DataStoresController(DataStores stores, Structures structures) {
        this.stores = stores;
        this.structures = structures;
    }

    @GetMapping
    @Allowed(Action.DATASTORE_READ)
    Items<StoreView> list() {
        return new Items<>(stores.all().stream().map(DataStoresController::view).toList());
    }

    @PostMapping
    @Allowed(Action.DATASTORE_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    StoreView create(@RequestBody NewStore wanted) {
        return view(stores.create(name(wanted)));
    }

    @GetMapping("/{id}")
    @Allowed(Action.DATASTORE_READ)
    StoreView get(@PathVariable long id) {
        return stores.find(new DataStoreId(id)).map(DataStoresController::view).orElseThrow(Problem::notFound);
    }

    @PutMapping("/{id}")
    @Allowed(Action.DATASTORE_EDIT)
    StoreView rename(@PathVariable long id, @RequestBody NewStore wanted) {
        return stores.rename(new DataStoreId(id), name(wanted))
                .map(DataStoresController::view)
                .orElseThrow(Problem::notFound);
    }

    @PutMapping("/{id}/structure")
    @Allowed(Action.DATASTORE_EDIT)
    StoreView structure(@PathVariable long id, @RequestBody Structured wanted) {
        Optional<StructureId> structure = Optional.ofNullable(wanted.structure())
                .filter(text -> !text.isBlank())
                .map(text -> StructureId.find(text)
                        .filter(it -> structures.find(it).isPresent())
                        .orElseThrow(() -> Problem.field("structure", "datastore.structure")));
        if (!stores.structure(new DataStoreId(id), structure)) {
            throw Problem.notFound();
        }
        return get(id);
    }

    @DeleteMapping("/{id}")
    @Allowed(Action.DATASTORE_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long id) {
        if (!stores.delete(new DataStoreId(id))) {
            throw Problem.notFound();
        }
    }

    /** @param text what keys have to contain */
    @GetMapping("/{id}/records")
    @Allowed(Action.DATASTORE_READ)
    Page records(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        RecordPage page = stores.page(known(id), text, Optional.ofNullable(cursor), Math.clamp(limit, 1, MOST));
        return new Page(
                page.items().stream().map(DataStoresController::view).toList(),
                page.next().orElse(null));
    }

    @PostMapping("/{id}/records")
    @Allowed(Action.DATASTORE_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    RecordView add(@PathVariable long id, @RequestBody NewRecord wanted, Locale locale) {
        Fields data = Optional.ofNullable(wanted.data()).orElse(Fields.EMPTY);
        return written(
                stores.put(
                        known(id),
                        Optional.ofNullable(wanted.key()),
                        data,
                        Boolean.TRUE.equals(wanted.overwrite()),
                        Optional.empty()),
                locale);
    }

    @GetMapping("/{id}/records/{key}")
    @Allowed(Action.DATASTORE_READ)
    RecordView record(@PathVariable long id, @PathVariable String key) {
        return stores.get(known(id), key).map(DataStoresController::view).orElseThrow(Problem::notFound);
    }

    /** Replaces the whole record, or adds it. */
    @PutMapping("/{id}/records/{key}")
    @Allowed(Action.DATASTORE_EDIT)
    RecordView replace(@PathVariable long id, @PathVariable String key, @RequestBody Content content, Locale locale) {
        Fields data = Optional.ofNullable(content.data()).orElse(Fields.EMPTY);
        return written(stores.put(known(id), Optional.of(key), data, true, Optional.empty()), locale);
    }

    @DeleteMapping("/{id}/records/{key}")
    @Allowed(Action.DATASTORE_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long id, @PathVariable String key, Locale locale) {
        written(stores.delete(known(id), key, Optional.empty()), locale);
    }

    private DataStoreId known(long id) {
        DataStoreId store = new DataStoreId(id);
        if (!stores.exists(store)) {
            throw Problem.notFound();
        }
        return store;
    }

    private static RecordView written(Written written, Locale locale) {
        return switch (written) {
            case Written.Done(StoredRecord record, boolean _) -> view(record);
            case Written.Exists(String key) -> throw new Problem(409, "datastore-record-exists", key);
            case Written.Missing _, Written.NoStore _ -> throw Problem.notFound();
            case Written.BadKey() -> throw Problem.field("key", "datastore.key");
            case Written.TooLarge(long bytes) -> throw Problem.field("data", "datastore.large", bytes / 1_000_000);
            case Written.Unfit unfit -> throw Problem.field("data", "datastore.unfit", unfit.said(locale));
            case Written.HoldsFile(String field) -> throw Problem.field("data", "datastore.file", field);
        };
    }

    private static String name(NewStore wanted) {
        String name = Optional.ofNullable(wanted.name()).orElse("").strip();
        if (name.isEmpty() || name.length() > DataStores.MAX_NAME) {
            throw Problem.field("name", "datastore.name", DataStores.MAX_NAME);
        }
        return name;
    }

    private static StoreView view(DataStore store) {
        return new StoreView(
                store.id().toString(),
                store.name(),
                store.records(),
                store.bytes(),
                store.structure().map(StructureId::toString).orElse(null),
                store.createdAt());
    }

    private static RecordView view(StoredRecord record) {
        return new RecordView(record.key(), record.data(), record.createdAt(), record.changedAt());
    }
}
