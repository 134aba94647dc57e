package dev.tutti.builtin.json;

import dev.tutti.connector.Failures;
import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.MakeNode;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Json;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes values as JSON. A text that looks like JSON is checked and written anew, any other becomes a JSON string. */
@Component
final class CreateJson implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.logic("json:create")
            .disc("braces", "#A84A08")
            .fields(
                    Field.of("object", FieldType.ANY).require().lines().like("{\"name\": \"{{1.name}}\"}"),
                    Field.yesNo("indent").byDefault(false),
                    Field.of("structure", FieldType.STRUCTURE).unmapped().inAdvanced())
            .outputs(Output.text("json"))
            .example(Fields.of("json", new Text("{\"name\":\"Ada Lovelace\",\"total\":61.5}")))
            .make(
                    MakeEquivalent.of("json:CreateJSON", CreateJson::fromFields),
                    MakeEquivalent.of("json:TransformToJSON", node -> translated(node, node.value("object"))))
            .done();

    private final Shapes shapes;

    CreateJson(Shapes shapes) {
        this.shapes = shapes;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        Value object = input.get("object");
        if (object instanceof Text(String text) && text.strip().matches("(?s)[{\\[].*")) {
            return switch (Json.parse(text)) {
                case Json.Parsed(Value value) -> checked(value, input, invocation);
                case Json.Malformed wrong ->
                    Failures.fail(
                            invocation,
                            Failure.Kind.BUNDLE_VALIDATION,
                            "builtin.json.malformed",
                            wrong.said().in(invocation.locale()));
            };
        }
        return checked(object, input, invocation);
    }

    private Outcome checked(Value value, Fields input, Invocation invocation) {
        Fields bundle = value instanceof Fields fields ? fields : Fields.of("value", value);
        Outcome fit = shapes.checked(input.get("structure"), List.of(bundle), invocation);
        return fit instanceof Outcome.Failed ? fit : written(value, input);
    }

    private static Outcome written(Value value, Fields input) {
        String json = input.get("indent") == Bool.TRUE ? Json.writePretty(value) : Json.write(value);
        return Outcome.emitted(Fields.of("json", Text.of(json)));
    }

    /** In Make the fields of the data structure are the settings themselves. */
    private static MakeTranslation fromFields(MakeNode node) {
        return translated(node, node.mapper().without("space"));
    }

    private static MakeTranslation translated(MakeNode node, Value object) {
        return MakeTranslation.exact(Fields.of("object", object, "indent", Bool.of(node.has("space"))));
    }
}
