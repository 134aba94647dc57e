package dev.tutti.builtin.tools;

import dev.tutti.connector.Field;
import dev.tutti.connector.Kind;
import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.MakeNode;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.connector.Structural;
import dev.tutti.datastore.Call;
import dev.tutti.datastore.StoreSession;
import dev.tutti.datastore.StoreSessions;
import dev.tutti.engine.Effect;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import org.springframework.stereotype.Component;

/**
 * Counts 1, 2, 3: in one cycle, in one run, or on and on. The compiler makes steps of the first two; the last is called
 * here and counts in the database, for each module of each scenario on its own.
 */
@Component
final class Increment implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.structural(
                    "tools:increment",
                    Kind.LOGIC,
                    Structural.INCREMENT,
                    input -> input.get("reset").equals(Text.of("never")) ? Effect.UPDATE : Effect.NONE)
            .disc("list-ordered", "#465350")
            .fields(Field.select("reset", "cycle", "run", "never")
                    .byDefault("cycle")
                    .unmapped())
            .outputs(Output.number("i"))
            .example(Fields.of("i", Num.of(1)))
            .make(MakeEquivalent.of("util:FunctionIncrement", Increment::fromMake))
            .done();

    private final StoreSessions sessions;

    Increment(StoreSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        Call call = new Call(
                Long.parseLong(invocation.run().runId()), invocation.at().toString());
        String counter = "increment|" + invocation.run().scenarioId() + "|" + module(call.path());
        StoreSession session = sessions.open();
        try {
            long next = session.next(counter, call);
            session.commit();
            return Outcome.emitted(Fields.of("i", Num.of(next)));
        } finally {
            session.rollback();
        }
    }

    /** The number of the module at the end of a path such as {@code 1#4/2#0}. */
    private static String module(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        return last.split("#", 2)[0];
    }

    private static MakeTranslation fromMake(MakeNode node) {
        return MakeTranslation.exact(Fields.of(
                "reset",
                Text.of(
                        switch (node.text("reset")) {
                            case "execution" -> "run";
                            case "scenario" -> "never";
                            default -> "cycle";
                        })));
    }
}
