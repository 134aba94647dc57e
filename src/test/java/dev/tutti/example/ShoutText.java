package dev.tutti.example;

import dev.tutti.connector.Field;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import org.springframework.stereotype.Component;

/** Writes a text in capital letters. */
@Component
final class ShoutText implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.logic("example:shout")
            .disc("megaphone", "#BC3A12")
            .fields(
                    Field.text("text").require().lines(),
                    Field.number("marks").byDefault(1).between(0, 10).inAdvanced())
            .outputs(Output.text("text"))
            .example(Fields.of("text", new Text("GOOD MORNING!")))
            .words("""
                    app              = Examples | Exemples
                    name             = Shout | Crier
                    help             = Writes a text in capital letters, with exclamation marks. | Écrit un texte en majuscules, avec des points d’exclamation.
                    keywords         = capitals, upper case, loud | majuscules, fort
                    field.text.label = Text | Texte
                    field.text.help  = What to shout. | Ce qu’il faut crier.
                    field.marks.label = Exclamation marks | Points d’exclamation
                    field.marks.help = How many to put at the end. | Combien en mettre à la fin.
                    output.text      = Loud text | Texte crié
                    """)
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        String text = ((Text) input.get("text")).text();
        int marks = ((Num) input.get("marks")).number().intValue();
        if (text.isBlank()) {
            return Outcome.failed(Failure.Kind.DATA, "There is nothing to shout.", "Map a text that is not blank.");
        }
        return Outcome.emitted(Fields.of("text", new Text(text.toUpperCase(invocation.locale()) + "!".repeat(marks))));
    }
}
