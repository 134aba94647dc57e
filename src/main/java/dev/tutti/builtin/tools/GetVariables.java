package dev.tutti.builtin.tools;

import dev.tutti.connector.CatalogueOnly;
import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.Kind;
import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.MakeNode;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.connector.Structural;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads several variables that were set earlier in the run; one that was not set is empty. */
@Component
final class GetVariables implements CatalogueOnly {

    private static final ModuleSpec SPEC = ModuleSpec.structural(
                    "tools:getVariables", Kind.LOGIC, Structural.GET_VARIABLES)
            .disc("variable", "#465350")
            .fields(Field.list("variables", FieldType.TEXT).require())
            .open()
            .example(Fields.of("firstName", new Text("Ada"), "lastName", new Text("Lovelace")))
            .make(MakeEquivalent.of("util:GetVariables", GetVariables::fromMake))
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public List<Output> outputs(Fields values) {
        return values.get("variables") instanceof Items(List<Value> names)
                ? names.stream().flatMap(name -> Variables.named(name).stream()).toList()
                : List.of();
    }

    /** Exports hold the names, some as {@code {"name": …}}. */
    private static MakeTranslation fromMake(MakeNode node) {
        List<Value> names = node.value("variables") instanceof Items(List<Value> items)
                ? items.stream()
                        .map(item -> item instanceof Fields named ? named.get("name") : item)
                        .toList()
                : List.of();
        return MakeTranslation.exact(Fields.of("variables", new Items(names)));
    }
}
