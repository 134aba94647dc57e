package dev.tutti.builtin.flow;

import dev.tutti.connector.CatalogueOnly;
import dev.tutti.connector.Field;
import dev.tutti.connector.Kind;
import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.MakeNode;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.MakeWriting;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.connector.Separator;
import dev.tutti.connector.Structural;
import dev.tutti.value.Fields;
import dev.tutti.value.Text;
import org.springframework.stereotype.Component;

/** Joins a text of each bundle into one. */
@Component
final class AggregateText implements CatalogueOnly {

    private static final ModuleSpec SPEC = ModuleSpec.structural(
                    "text:aggregator", Kind.AGGREGATOR, Structural.TEXT_AGGREGATOR)
            .disc("text-quote", "#1F6E6A")
            .fields(Aggregation.fields(
                    Separator.field("separator", "newline"),
                    Separator.other("separator"),
                    Field.text("text").require().lines()))
            .outputs(Output.text("text"), Output.any("__IMTKEY__"))
            .example(Fields.of("text", new Text("Pencil\nPaper")))
            .make(MakeEquivalent.of("util:TextAggregator", AggregateText::fromMake)
                    .back(AggregateText::toMake))
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    private static MakeWriting toMake(Fields values) {
        return Separator.toMake(
                Aggregation.toMake("util:TextAggregator", values).mapped("value", values.get("text")),
                values,
                "separator",
                "rowSeparator",
                "newline");
    }

    private static MakeTranslation fromMake(MakeNode node) {
        String separator = node.text("rowSeparator");
        Fields values = Aggregation.fromMake(node)
                .with("text", node.value("value"))
                .with("separator", new Text(Separator.fromMake(separator)));
        return MakeTranslation.exact(
                separator.equals("other") ? values.with("otherSeparator", node.value("otherRowSeparator")) : values);
    }
}
