package dev.tutti.builtin.flow;

import dev.tutti.connector.CatalogueOnly;
import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.Kind;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.connector.Structural;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Text;
import java.util.List;
import org.springframework.stereotype.Component;

/** One bundle where the branches of an If-else come together, with a value for each branch it may have come by. */
@Component
final class MergeBranches implements CatalogueOnly {

    private static final ModuleSpec SPEC = ModuleSpec.structural("flow:merge", Kind.LOGIC, Structural.MERGE)
            .disc("git-merge", "#14733A")
            .fields(Field.list("outputs", Field.text("name").require().unmapped(), Field.list("values", FieldType.ANY)))
            .open()
            .example(Fields.of("price", new Text("61.5")))
            .words("""
                    name = Merge | Fusionner
                    help = Stands where the branches of an If-else come together and gives each of its fields the value of the branch that was taken. | Se place là où les branches d’un Si-sinon se rejoignent et donne à chaque champ la valeur de la branche suivie.
                    keywords = join, converge, branches, together, unify | joindre, réunir, branches, rassembler
                    field.outputs.label = Fields | Champs
                    field.outputs.help = One value for each branch, in the order of the branches. | Une valeur par branche, dans l’ordre des branches.
                    field.outputs.name.label = Name | Nom
                    field.outputs.values.label = Value by branch | Valeur par branche
                    """)
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public List<Output> outputs(Fields values) {
        return values.get("outputs") instanceof Items outputs
                ? outputs.items().stream()
                        .filter(Fields.class::isInstance)
                        .map(output -> ((Fields) output).get("name"))
                        .filter(name -> name instanceof Text(String text) && !text.isBlank())
                        .map(name -> ((Text) name).text())
                        .distinct()
                        .map(Output::any)
                        .toList()
                : List.of();
    }
}
