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
import org.springframework.stereotype.Component;

/** Changes the given fields of a record and leaves the others as they are. */
@Component
final class UpdateRecord implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.action("datastore:update", Effect.UPDATE)
            .disc(Store.ICON, Store.TINT)
            .fields(
                    Store.field(),
                    Field.text("key").require(),
                    Field.of("data", FieldType.COLLECTION),
                    Field.yesNo("insert").byDefault(false))
            .outputs(Output.text("key"), Output.collection("data"), Output.yesNo("created"))
            .example(Fields.of(
                    "key",
                    new Text("ada@example.com"),
                    "data",
                    Fields.of("name", new Text("Ada Lovelace")),
                    "created",
                    Bool.FALSE))
            .make(MakeEquivalent.of("datastore:UpdateRecord", UpdateRecord::fromMake))
            .done();

    private final StoreSessions sessions;

    UpdateRecord(StoreSessions sessions) {
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
                        stores.update(
                                store.get(),
                                Store.text(input, "key"),
                                Store.data(input),
                                input.get("insert") == Bool.TRUE,
                                Store.call(invocation)),
                        done -> Store.bundle(done.record()).with("created", Bool.of(done.created())));
    }

    private static MakeTranslation fromMake(MakeNode node) {
        return Store.fromMake(
                node,
                Fields.of("key", node.value("key"), "data", node.value("data"), "insert", Store.orNo(node, "upsert")));
    }
}
