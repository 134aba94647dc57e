package dev.tutti.builtin.datastore;

import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.MakeNode;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.datastore.StoreSession;
import dev.tutti.datastore.StoreSessions;
import dev.tutti.engine.Effect;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Text;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Adds a record to a data store, or replaces the one with the same key. */
@Component
final class AddRecord implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.action("datastore:add", Effect.CREATE)
            .disc(Store.ICON, Store.TINT)
            .fields(
                    Store.field(),
                    Field.text("key"),
                    Field.yesNo("overwrite").byDefault(false),
                    Field.of("data", FieldType.COLLECTION))
            .outputs(Output.text("key"), Output.collection("data"), Output.yesNo("created"))
            .example(Fields.of(
                    "key",
                    new Text("ada@example.com"),
                    "data",
                    Fields.of("name", new Text("Ada Lovelace")),
                    "created",
                    Bool.TRUE))
            .make(MakeEquivalent.of("datastore:AddRecord", AddRecord::fromMake))
            .done();

    private final StoreSessions sessions;

    AddRecord(StoreSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        StoreSession stores = StoreTransaction.of(invocation, sessions);
        var store = Store.id(input);
        return store.isEmpty()
                ? Store.noStore(invocation)
                : Store.outcome(
                        invocation,
                        stores.put(
                                store.get(),
                                Optional.of(Store.text(input, "key")),
                                Store.data(input),
                                input.get("overwrite") == Bool.TRUE,
                                Store.call(invocation)),
                        done -> Store.bundle(done.record()).with("created", Bool.of(done.created())));
    }

    private static MakeTranslation fromMake(MakeNode node) {
        return Store.fromMake(
                node,
                Fields.of(
                        "key",
                        node.value("key"),
                        "overwrite",
                        Store.orNo(node, "overwrite"),
                        "data",
                        node.value("data")));
    }
}
