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
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Empties a data store. */
@Component
final class DeleteAllRecords implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.action("datastore:deleteAll", Effect.DELETE)
            .disc(Store.ICON, Store.TINT)
            .fields(Store.field())
            .outputs(Output.number("deleted"))
            .example(Fields.of("deleted", Num.of(42)))
            .make(new MakeEquivalent(Set.of("datastore:DeleteAllRecords"), node -> Store.fromMake(node, Fields.EMPTY)))
            .done();

    private final StoreSessions sessions;

    DeleteAllRecords(StoreSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        StoreSession stores = StoreTransaction.of(invocation, sessions);
        OptionalLong deleted = Store.id(input)
                .map(store -> stores.clear(store, Store.call(invocation)))
                .orElseGet(OptionalLong::empty);
        return deleted.isPresent()
                ? Outcome.emitted(Fields.of("deleted", Num.of(deleted.getAsLong())))
                : Store.noStore(invocation);
    }
}
