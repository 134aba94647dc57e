package dev.tutti.builtin.datastore;

import dev.tutti.connector.Field;
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
import dev.tutti.value.Fields;
import dev.tutti.value.Text;
import org.springframework.stereotype.Component;

/** Deletes the record with a key, and returns what it held. */
@Component
final class DeleteRecord implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.action("datastore:delete", Effect.DELETE)
            .disc(Store.ICON, Store.TINT)
            .fields(Store.field(), Field.text("key").require())
            .outputs(Output.text("key"), Output.collection("data"))
            .example(Fields.of("key", new Text("ada@example.com"), "data", Fields.of("name", new Text("Ada Lovelace"))))
            .make(MakeEquivalent.of("datastore:DeleteRecord", DeleteRecord::fromMake))
            .done();

    private final StoreSessions sessions;

    DeleteRecord(StoreSessions sessions) {
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
                        stores.delete(store.get(), Store.text(input, "key"), Store.call(invocation)),
                        done -> Store.bundle(done.record()));
    }

    private static MakeTranslation fromMake(MakeNode node) {
        return Store.fromMake(node, Fields.of("key", node.value("key")));
    }
}
