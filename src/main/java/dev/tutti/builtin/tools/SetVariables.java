package dev.tutti.builtin.tools;

import dev.tutti.connector.CatalogueOnly;
import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.Kind;
import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.MakeNode;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.MakeWriting;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.connector.Structural;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps several values under names for later modules, on other routes too. */
@Component
final class SetVariables implements CatalogueOnly {

    private static final ModuleSpec SPEC = ModuleSpec.structural(
                    "tools:setVariables", Kind.LOGIC, Structural.SET_VARIABLES)
            .disc("variable", "#465350")
            .fields(
                    Field.list(
                                    "variables",
                                    Field.text("name").require(),
                                    Field.of("value", FieldType.ANY).lines())
                            .require(),
                    Variables.scope())
            .open()
            .example(Fields.of("firstName", new Text("Ada"), "lastName", new Text("Lovelace")))
            .make(MakeEquivalent.of("util:SetVariables", SetVariables::fromMake).back(SetVariables::toMake))
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public List<Output> outputs(Fields values) {
        return values.get("variables") instanceof Items(List<Value> variables)
                ? variables.stream()
                        .filter(Fields.class::isInstance)
                        .flatMap(variable -> Variables.named(((Fields) variable).get("name")).stream())
                        .toList()
                : List.of();
    }

    private static MakeWriting toMake(Fields values) {
        return MakeWriting.of("util:SetVariables", 1)
                .mapped("scope", Variables.toMake(values))
                .mapped("variables", values.get("variables"));
    }

    private static MakeTranslation fromMake(MakeNode node) {
        return MakeTranslation.exact(Fields.of(
                "variables",
                node.items("variables", it -> Fields.of("name", it.get("name"), "value", it.get("value"))),
                "scope",
                Variables.scope(node)));
    }
}
