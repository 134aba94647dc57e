package dev.tutti.builtin.json;

import dev.tutti.builtin.flow.Aggregation;
import dev.tutti.connector.Field;
import dev.tutti.connector.Kind;
import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.MakeNode;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.connector.Structural;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Json;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import org.springframework.stereotype.Component;

/** Writes bundles as one JSON list. */
@Component
final class AggregateJson implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.structural(
                    "json:aggregate", Kind.AGGREGATOR, Structural.MADE_AGGREGATOR)
            .disc("braces", "#A84A08")
            .fields(Aggregation.fields(
                    Aggregation.items(), Field.yesNo("indent").byDefault(false).unmapped()))
            .outputs(Output.text("json"), Output.any("__IMTKEY__"))
            .example(Fields.of("json", new Text("[{\"name\":\"Pencil\"},{\"name\":\"Paper\"}]")))
            .make(MakeEquivalent.of("json:AggregateToJSON", AggregateJson::fromMake))
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        Value items = input.get("items");
        String json = input.get("indent") == Bool.TRUE ? Json.writePretty(items) : Json.write(items);
        return Outcome.emitted(Fields.of("json", Text.of(json)));
    }

    private static MakeTranslation fromMake(MakeNode node) {
        return MakeTranslation.exact(Aggregation.fromMake(node)
                .with("fields", Aggregation.named(node.mapper().without("space")))
                .with("indent", Bool.of(node.has("space"))));
    }
}
