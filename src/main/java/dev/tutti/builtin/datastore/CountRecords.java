package dev.tutti.builtin.datastore;

import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.datastore.StoreSession;
import dev.tutti.datastore.StoreSessions;
import dev.tutti.engine.Effect;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Counts the records of a data store. */
@Component
final class CountRecords implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.action("datastore:count", Effect.READ)
            .disc(Store.ICON, Store.TINT)
            .fields(Store.field())
            .outputs(Output.number("count"))
            .example(Fields.of("count", Num.of(42)))
            .make(new MakeEquivalent(
                    Set.of("datastore:CountRecord", "datastore:CountRecords"),
                    node -> Store.fromMake(node, Fields.EMPTY)))
            .done();

    private final StoreSessions sessions;

    CountRecords(StoreSessions sessions) {
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
                .<Outcome>map(store -> Outcome.emitted(Fields.of("count", Num.of(stores.count(store)))))
                .orElseGet(() -> Store.noStore(invocation));
    }
}
