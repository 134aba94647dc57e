package dev.tutti.builtin.flow;

import dev.tutti.connector.Field;
import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.MakeNode;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Does what follows so many times: a bundle for each, with a number that goes up by a step. */
@Component
final class Repeat implements Module {

    private static final int MOST = 10_000;

    private static final ModuleSpec SPEC = ModuleSpec.logic("flow:repeater")
            .disc("repeat", "#14733A")
            .fields(
                    Field.number("start").byDefault(1),
                    Field.number("repeats").require().between(0, MOST),
                    Field.number("step").byDefault(1).inAdvanced())
            .outputs(Output.number("i"))
            .example(Fields.of("i", Num.of(1)))
            .make(MakeEquivalent.of("builtin:BasicRepeater", Repeat::fromMake))
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        BigDecimal i = ((Num) input.get("start")).number();
        BigDecimal step = ((Num) input.get("step")).number();
        int repeats = ((Num) input.get("repeats")).number().intValue();
        List<Fields> bundles = new ArrayList<>(repeats);
        for (int n = 0; n < repeats; n++) {
            bundles.add(Fields.of("i", new Num(i)));
            i = i.add(step);
        }
        return new Outcome.Emitted(bundles);
    }

    private static MakeTranslation fromMake(MakeNode node) {
        return MakeTranslation.exact(
                Fields.of("start", node.value("start"), "repeats", node.value("repeats"), "step", node.value("step")));
    }
}
