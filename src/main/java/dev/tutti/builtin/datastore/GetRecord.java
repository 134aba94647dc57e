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
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Text;
import org.springframework.stereotype.Component;

/** Finds the record with a key. Where there is none, the bundle is empty. */
@Component
final class GetRecord implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.action("datastore:get", Effect.READ)
            .disc(Store.ICON, Store.TINT)
            .fields(
                    Store.field(),
                    Field.text("key").require(),
                    Field.yesNo("wrapped").byDefault(true).unmapped().inAdvanced())
            .outputs(Output.text("key"), Output.collection("data"))
            .open()
            .example(Fields.of("key", new Text("ada@example.com"), "data", Fields.of("name", new Text("Ada Lovelace"))))
            .make(MakeEquivalent.of("datastore:GetRecord", GetRecord::fromMake))
            .done();

    private final StoreSessions sessions;

    GetRecord(StoreSessions sessions) {
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
        boolean wrapped = input.get("wrapped") == Bool.TRUE;
        return Outcome.emitted(stores.get(store.get(), Store.text(input, "key"))
                .map(record -> wrapped ? Store.bundle(record) : record.data())
                .orElse(Fields.EMPTY));
    }

    private static MakeTranslation fromMake(MakeNode node) {
        return Store.fromMake(node, Fields.of("key", node.value("key"), "wrapped", Store.orNo(node, "returnWrapped")));
    }
}
