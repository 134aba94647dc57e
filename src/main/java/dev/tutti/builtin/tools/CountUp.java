package dev.tutti.builtin.tools;

import dev.tutti.connector.Field;
import dev.tutti.connector.Kind;
import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.MakeNode;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.MakeWriting;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.connector.Structural;
import dev.tutti.datastore.Call;
import dev.tutti.datastore.Counters;
import dev.tutti.engine.Effect;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import org.springframework.stereotype.Component;

/**
 * Counts how often it was passed. Within a cycle or a run that is part of the plan; only a counter that never begins
 * anew is called.
 */
@Component
final class CountUp implements Module {

    private static final String MAKE = "util:FunctionIncrement";

    private static final ModuleSpec SPEC = ModuleSpec.structural(
                    "tools:increment", Kind.LOGIC, Structural.INCREMENT, Effect.UPDATE)
            .disc("list-plus", "#465350")
            .fields(Field.select("reset", "cycle", "run", "never")
                    .byDefault("cycle")
                    .unmapped())
            .outputs(Output.number("i"))
            .example(Fields.of("i", Num.of(1)))
            .make(MakeEquivalent.of(MAKE, CountUp::fromMake).back(CountUp::toMake))
            .words("""
                    name = Count up | Compter
                    help = Returns 1 the first time, then 2, 3 and so on; begins anew with each cycle, with each run, or never. | Renvoie 1 la première fois, puis 2, 3 et ainsi de suite ; recommence à chaque cycle, à chaque exécution ou jamais.
                    keywords = increment, counter, number, sequence, ++ | incrémenter, compteur, numéro, suite
                    field.reset.label = Begin anew | Recommencer
                    field.reset.help = When the counter goes back to 1. | Quand le compteur revient à 1.
                    field.reset.option.cycle = With each cycle | À chaque cycle
                    field.reset.option.run = With each run | À chaque exécution
                    field.reset.option.never = Never | Jamais
                    output.i = Number | Nombre
                    """)
            .done();

    private final Counters counters;

    CountUp(Counters counters) {
        this.counters = counters;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        long count = counters.next(
                Long.parseLong(invocation.run().scenarioId()),
                invocation.at().module(),
                new Call(
                        Long.parseLong(invocation.run().runId()),
                        invocation.at().toString()));
        return Outcome.emitted(Fields.of("i", Num.of(count)));
    }

    private static MakeTranslation fromMake(MakeNode node) {
        return MakeTranslation.exact(Fields.of(
                "reset",
                new Text(
                        switch (node.text("reset")) {
                            case "execution" -> "run";
                            case "scenario" -> "never";
                            default -> "cycle";
                        })));
    }

    private static MakeWriting toMake(Fields values) {
        return MakeWriting.of(MAKE, 1)
                .set(
                        "reset",
                        new Text(
                                switch (MakeNode.text(values.get("reset"))) {
                                    case "run" -> "execution";
                                    case "never" -> "scenario";
                                    default -> "run";
                                }));
    }
}
