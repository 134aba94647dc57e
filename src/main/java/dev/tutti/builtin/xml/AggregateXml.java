package dev.tutti.builtin.xml;

import dev.tutti.builtin.flow.Aggregation;
import dev.tutti.connector.Field;
import dev.tutti.connector.Kind;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.connector.Structural;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Text;
import dev.tutti.value.Xml;
import org.springframework.stereotype.Component;

/** Writes bundles as one XML document: an element for each. */
@Component
final class AggregateXml implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.structural(
                    "xml:aggregate", Kind.AGGREGATOR, Structural.MADE_AGGREGATOR)
            .disc("code", "#A84A08")
            .fields(Aggregation.fields(
                    Field.text("root").byDefault("items"),
                    Field.text("element").byDefault("item"),
                    Aggregation.items(),
                    Field.yesNo("indent").byDefault(false).unmapped()))
            .outputs(Output.text("xml"), Output.any("__IMTKEY__"))
            .example(Fields.of("xml", new Text("<items><item><name>Pencil</name></item></items>")))
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        Fields all = Fields.of(text(input, "element"), input.get("items"));
        return Outcome.emitted(
                Fields.of("xml", Text.of(Xml.write(text(input, "root"), all, true, input.get("indent") == Bool.TRUE))));
    }

    private static String text(Fields input, String key) {
        return input.get(key) instanceof Text(String text) ? text : "";
    }
}
