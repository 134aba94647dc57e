package dev.tutti.builtin.flow;

import dev.tutti.connector.CatalogueOnly;
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
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import org.springframework.stereotype.Component;

/** Collects bundles into one array, as many as its source makes in one operation. */
@Component
final class AggregateArray implements CatalogueOnly {

    private static final ModuleSpec SPEC = ModuleSpec.structural(
                    "flow:arrayAggregator", Kind.AGGREGATOR, Structural.ARRAY_AGGREGATOR)
            .disc("brackets", "#14733A")
            .fields(Aggregation.fields(Aggregation.items()))
            .outputs(Output.list("array"), Output.number("__IMTAGGLENGTH__"), Output.any("__IMTKEY__"))
            .example(Fields.of(
                    "array",
                    Items.of(
                            Fields.of("name", new Text("Pencil"), "price", Num.of("1.20")),
                            Fields.of("name", new Text("Paper"), "price", Num.of("4.50"))),
                    "__IMTAGGLENGTH__",
                    Num.of(2)))
            .make(MakeEquivalent.of("builtin:BasicAggregator", AggregateArray::fromMake)
                    .back(AggregateArray::toMake))
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    private static MakeWriting toMake(Fields values) {
        MakeWriting writing = Aggregation.toMake("builtin:BasicAggregator", values);
        if (values.get("fields") instanceof Items fields) {
            for (Value field : fields.items()) {
                if (field instanceof Fields pair) {
                    writing = writing.mapped(MakeNode.text(pair.get("name")), pair.get("value"));
                }
            }
        }
        return writing;
    }

    private static MakeTranslation fromMake(MakeNode node) {
        return MakeTranslation.exact(Aggregation.fromMake(node).with("fields", Aggregation.named(node.mapper())));
    }
}
