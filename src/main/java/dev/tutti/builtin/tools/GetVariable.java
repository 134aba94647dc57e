package dev.tutti.builtin.tools;

import dev.tutti.connector.CatalogueOnly;
import dev.tutti.connector.Field;
import dev.tutti.connector.Kind;
import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.connector.Structural;
import dev.tutti.value.Fields;
import dev.tutti.value.Text;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads a variable that was set earlier in the run; one that was not set is empty. */
@Component
final class GetVariable implements CatalogueOnly {

    private static final ModuleSpec SPEC = ModuleSpec.structural(
                    "tools:getVariable", Kind.LOGIC, Structural.GET_VARIABLE)
            .disc("variable", "#465350")
            .fields(Field.text("name").require())
            .open()
            .example(Fields.of("total", new Text("61.5")))
            .make(MakeEquivalent.of(
                    "util:GetVariable2", node -> MakeTranslation.exact(Fields.of("name", node.value("name")))))
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public List<Output> outputs(Fields values) {
        return Variables.named(values.get("name"));
    }
}
