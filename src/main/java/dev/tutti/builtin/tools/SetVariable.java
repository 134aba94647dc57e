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
import dev.tutti.value.Text;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps a value under a name for later modules, on other routes too. */
@Component
final class SetVariable implements CatalogueOnly {

    private static final ModuleSpec SPEC = ModuleSpec.structural(
                    "tools:setVariable", Kind.LOGIC, Structural.SET_VARIABLE)
            .disc("variable", "#465350")
            .fields(
                    Field.text("name").require(),
                    Field.of("value", FieldType.ANY).lines(),
                    Variables.scope())
            .open()
            .example(Fields.of("total", new Text("61.5")))
            .make(MakeEquivalent.of("util:SetVariable2", SetVariable::fromMake).back(SetVariable::toMake))
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public List<Output> outputs(Fields values) {
        return Variables.named(values.get("name"));
    }

    private static MakeWriting toMake(Fields values) {
        return MakeWriting.of("util:SetVariable2", 1)
                .mapped("name", values.get("name"))
                .mapped("scope", Variables.toMake(values))
                .mapped("value", values.get("value"));
    }

    private static MakeTranslation fromMake(MakeNode node) {
        return MakeTranslation.exact(
                Fields.of("name", node.value("name"), "value", node.value("value"), "scope", Variables.scope(node)));
    }
}
