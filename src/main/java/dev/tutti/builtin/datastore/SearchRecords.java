package dev.tutti.builtin.datastore;

import dev.tutti.connector.Failures;
import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.MakeNode;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.datastore.DataStoreId;
import dev.tutti.datastore.StoreSession;
import dev.tutti.datastore.StoreSessions;
import dev.tutti.datastore.StoredRecord;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.springframework.stereotype.Component;

/** Finds records by their content: one bundle each. */
@Component
final class SearchRecords implements Module {

    private static final int MOST = 10_000;

    private static final ModuleSpec SPEC = ModuleSpec.search("datastore:search")
            .disc(Store.ICON, Store.TINT)
            .fields(
                    Store.field(),
                    Field.of("filter", FieldType.FILTER),
                    Field.list(
                            "sort",
                            Field.text("key").require(),
                            Field.select("order", "asc", "desc").byDefault("asc")),
                    Field.number("limit").byDefault(100).between(1, MOST),
                    Field.yesNo("continueIfEmpty").byDefault(false).inAdvanced())
            .outputs(Output.text("key"), Output.collection("data"))
            .example(Fields.of("key", new Text("ada@example.com"), "data", Fields.of("name", new Text("Ada Lovelace"))))
            .make(MakeEquivalent.of("datastore:SearchRecord", SearchRecords::fromMake))
            .done();

    private final StoreSessions sessions;

    SearchRecords(StoreSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        StoreSession stores = StoreTransaction.of(invocation, sessions);
        var store = Store.id(input).filter(stores::exists);
        if (store.isEmpty()) {
            return Store.noStore(invocation);
        }
        RecordFilter filter = RecordFilter.of(input.get("filter"), invocation);
        if (filter.unknownOperator().isPresent()) {
            return Failures.fail(
                    invocation,
                    Failure.Kind.BUNDLE_VALIDATION,
                    "builtin.datastore.operator",
                    filter.unknownOperator().get());
        }
        int limit = ((Num) input.get("limit")).number().intValue();
        List<Fields> found = search(stores, store.get(), filter, RecordOrder.of(input.get("sort")), limit).stream()
                .map(Store::bundle)
                .toList();
        boolean empty = found.isEmpty() && input.get("continueIfEmpty") == Bool.TRUE;
        return new Outcome.Emitted(empty ? List.of(Fields.EMPTY) : found);
    }

    /** Without an order the first ones that fit; with one, never more than {@code limit} are held at a time. */
    private List<StoredRecord> search(
            StoreSession stores,
            DataStoreId store,
            RecordFilter filter,
            Optional<Comparator<StoredRecord>> order,
            int limit) {
        if (order.isEmpty()) {
            List<StoredRecord> found = new ArrayList<>();
            stores.scan(store, record -> {
                if (filter.fits(record)) {
                    found.add(record);
                }
                return found.size() < limit;
            });
            return found;
        }
        Comparator<StoredRecord> wanted = order.get();
        PriorityQueue<StoredRecord> best = new PriorityQueue<>(wanted.reversed());
        stores.scan(store, record -> {
            if (filter.fits(record)) {
                best.add(record);
                if (best.size() > limit) {
                    best.poll();
                }
            }
            return true;
        });
        return best.stream().sorted(wanted).toList();
    }

    private static MakeTranslation fromMake(MakeNode node) {
        Fields.Builder values = Fields.builder();
        for (String key : List.of("filter", "sort", "limit")) {
            if (node.has(key)) {
                values.put(key, node.value(key));
            }
        }
        return Store.fromMake(
                node,
                values.put("continueIfEmpty", Store.orNo(node, "continueWhenNoRes"))
                        .build());
    }
}
