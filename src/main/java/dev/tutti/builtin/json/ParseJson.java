package dev.tutti.builtin.json;

import dev.tutti.connector.Failures;
import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Blob;
import dev.tutti.value.Blobs;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Json;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads JSON. A list at the top gives one bundle for each item. */
@Component
final class ParseJson implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.logic("json:parse")
            .disc("braces", "#A84A08")
            .fields(
                    Field.of("json", FieldType.ANY).require().lines().like("{\"name\": \"Ada\"}"),
                    Field.of("structure", FieldType.STRUCTURE).unmapped().inAdvanced())
            .outputs()
            .open()
            .example(Fields.of("name", new Text("Ada Lovelace"), "total", Num.of("61.5")))
            .make(MakeEquivalent.of(
                    "json:ParseJSON", node -> MakeTranslation.exact(Fields.of("json", node.value("json")))))
            .done();

    private final Blobs blobs;
    private final Shapes shapes;

    ParseJson(Blobs blobs, Shapes shapes) {
        this.blobs = blobs;
        this.shapes = shapes;
    }

    /** What the data structure says, if one is chosen. */
    @Override
    public List<Output> outputs(Fields values) {
        return shapes.outputs(values.get("structure"));
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        Json.Result result = switch (input.get("json")) {
            case Text(String text) -> Json.parse(text);
            case Blob file -> parse(file);
            case Value parsed -> new Json.Parsed(parsed);
        };
        return switch (result) {
            case Json.Parsed(Value value) -> shapes.checked(input.get("structure"), bundles(value), invocation);
            case Json.Malformed wrong ->
                Failures.fail(
                        invocation,
                        Failure.Kind.BUNDLE_VALIDATION,
                        wrong.line() > 0 ? "builtin.json.malformed.at" : "builtin.json.malformed",
                        wrong.said().in(invocation.locale()),
                        wrong.line(),
                        wrong.column());
        };
    }

    private Json.Result parse(Blob file) {
        try (InputStream in = blobs.open(file)) {
            return Json.parse(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<Fields> bundles(Value value) {
        return value instanceof Items(List<Value> items)
                ? items.stream().map(ParseJson::bundle).toList()
                : List.of(bundle(value));
    }

    private static Fields bundle(Value value) {
        return value instanceof Fields fields ? fields : Fields.of("value", value);
    }
}
