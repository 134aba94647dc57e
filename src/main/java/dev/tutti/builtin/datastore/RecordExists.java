package dev.tutti.builtin.datastore;

import dev.tutti.connector.Field;
import dev.tutti.connector.MakeEquivalent;
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
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells whether there is a record with a key. */
@Component
final class RecordExists implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.action("datastore:exists", Effect.READ)
            .disc(Store.ICON, Store.TINT)
            .fields(Store.field(), Field.text("key").require())
            .outputs(Output.yesNo("exist"))
            .example(Fields.of("exist", Bool.TRUE))
            .make(new MakeEquivalent(
                    Set.of("datastore:ExistRecord"), node -> Store.fromMake(node, Fields.of("key", node.value("key")))))
            .done();

    private final StoreSessions sessions;

    RecordExists(StoreSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        StoreSession stores = StoreTransaction.of(invocation, sessions);
        return Store.id(input)
                .filter(stores::exists)
                .<Outcome>map(store -> Outcome.emitted(Fields.of(
                        "exist",
                        Bool.of(stores.get(store, Store.text(input, "key")).isPresent()))))
                .orElseGet(() -> Store.noStore(invocation));
    }
}
