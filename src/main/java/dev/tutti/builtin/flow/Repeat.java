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

/** A number of bundles that count: {@code start}, {@code start + step} and so on. */
@Component
final class Repeat implements Module {

    private static final int MOST = 10_000;

    private static final ModuleSpec SPEC = ModuleSpec.iterator("flow:repeater")
            .disc("repeat-2", "#14733A")
            .fields(
                    Field.number("start").byDefault(1),
                    Field.number("repeats").require().between(0, MOST),
                    Field.number("step").byDefault(1).inAdvanced())
            .outputs(Output.number("i"))
            .example(Fields.of("i", Num.of(1)))
            .make(MakeEquivalent.of("builtin:BasicRepeater", Repeat::fromMake))
            .words("""
                    name = Repeat | Répéter
                    help = Runs what follows as many times as you say, with a number that counts along. | Exécute la suite autant de fois que vous l’indiquez, avec un nombre qui compte les passages.
                    keywords = repeater, loop, for, times, counter | boucle, répéteur, fois, compteur
                    field.start.label = Begin with | Commencer à
                    field.start.help = The number of the first bundle. | Le nombre du premier lot.
                    field.repeats.label = Repeats | Répétitions
                    field.repeats.help = How many bundles there are, 10,000 at most. | Le nombre de lots, 10 000 au plus.
                    field.step.label = Step | Pas
                    field.step.help = What is added from one bundle to the next. | Ce qui est ajouté d’un lot au suivant.
                    output.i = Number | Nombre
                    """)
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        BigDecimal number = number(input, "start");
        BigDecimal step = number(input, "step");
        int repeats = number(input, "repeats").intValue();
        List<Fields> bundles = new ArrayList<>(repeats);
        for (int i = 0; i < repeats; i++) {
            bundles.add(Fields.of("i", new Num(number)));
            number = number.add(step);
        }
        return new Outcome.Emitted(bundles);
    }

    private static BigDecimal number(Fields input, String key) {
        return ((Num) input.get(key)).number();
    }

    private static MakeTranslation fromMake(MakeNode node) {
        return MakeTranslation.exact(
                Fields.of("start", node.value("start"), "repeats", node.value("repeats"), "step", node.value("step")));
    }
}
