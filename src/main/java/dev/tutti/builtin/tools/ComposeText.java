package dev.tutti.builtin.tools;

import dev.tutti.connector.Field;
import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.MakeWriting;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Fields;
import dev.tutti.value.Text;
import org.springframework.stereotype.Component;

/** Writes a text once, so that several modules can use it. */
@Component
final class ComposeText implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.logic("tools:compose")
            .disc("text-cursor-input", "#465350")
            .fields(Field.text("text").lines())
            .outputs(Output.text("value"))
            .example(Fields.of("value", new Text("Dear Ada Lovelace,")))
            .make(MakeEquivalent.of(
                            "util:ComposeTransformer",
                            node -> MakeTranslation.exact(Fields.of("text", node.value("value"))))
                    .back(values -> MakeWriting.of("util:ComposeTransformer", 1).mapped("value", values.get("text"))))
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        return Outcome.emitted(Fields.of("value", input.has("text") ? input.get("text") : Text.EMPTY));
    }
}
