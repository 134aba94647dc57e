package dev.tutti.builtin.json;

import dev.tutti.connector.Failures;
import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Json;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import dev.tutti.value.Xml;
import org.springframework.stereotype.Component;

/** Writes JSON as XML. JSON with one field at the top is that element; anything else gets a root. */
@Component
final class ConvertToXml implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.logic("json:toXml")
            .disc("code", "#A84A08")
            .fields(
                    Field.of("json", FieldType.ANY).require().lines(),
                    Field.text("root").byDefault("root").inAdvanced(),
                    Field.yesNo("declaration").byDefault(true).inAdvanced(),
                    Field.yesNo("indent").byDefault(false).inAdvanced())
            .outputs(Output.text("xml"))
            .example(Fields.of("xml", new Text("<order><no>4711</no></order>")))
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        Value json = input.get("json");
        if (json instanceof Text(String text)) {
            switch (Json.parse(text)) {
                case Json.Parsed(Value value) -> json = value;
                case Json.Malformed wrong -> {
                    return Failures.fail(
                            invocation,
                            Failure.Kind.BUNDLE_VALIDATION,
                            "builtin.json.malformed",
                            wrong.said().in(invocation.locale()));
                }
            }
        }
        String root = input.get("root") instanceof Text(String name) && !name.isBlank() ? name : "root";
        if (json instanceof Fields fields
                && fields.size() == 1
                && !(fields.fields().firstEntry().getValue() instanceof Items)) {
            root = fields.fields().firstEntry().getKey();
            json = fields.fields().firstEntry().getValue();
        }
        String xml = Xml.write(root, json, input.get("declaration") == Bool.TRUE, input.get("indent") == Bool.TRUE);
        return Outcome.emitted(Fields.of("xml", Text.of(xml)));
    }
}
