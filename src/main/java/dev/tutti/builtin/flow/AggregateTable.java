package dev.tutti.builtin.flow;

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
import dev.tutti.connector.Separator;
import dev.tutti.connector.Structural;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Text;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes a line of columns for each bundle. */
@Component
final class AggregateTable implements CatalogueOnly {

    private static final ModuleSpec SPEC = ModuleSpec.structural(
                    "table:aggregator", Kind.AGGREGATOR, Structural.TABLE_AGGREGATOR)
            .disc("table", "#1F6E6A")
            .fields(Aggregation.fields(
                    Field.list("columns", FieldType.TEXT).require(),
                    Separator.field("columnSeparator", "comma"),
                    Separator.other("columnSeparator"),
                    Separator.field("rowSeparator", "newline"),
                    Separator.other("rowSeparator")))
            .outputs(Output.text("text"), Output.any("__IMTKEY__"))
            .example(Fields.of("text", new Text("Pencil,1.20\nPaper,4.50")))
            .make(MakeEquivalent.of("util:AggregateAggregator", AggregateTable::fromMake)
                    .back(AggregateTable::toMake))
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    private static MakeWriting toMake(Fields values) {
        MakeWriting writing = Aggregation.toMake("util:AggregateAggregator", values);
        if (values.get("columns") instanceof Items columns) {
            for (int i = 0; i < columns.size(); i++) {
                writing = writing.mapped("column" + (i + 1), columns.get(i));
            }
        }
        writing = Separator.toMake(writing, values, "columnSeparator", "columnSeparator", "comma");
        return Separator.toMake(writing, values, "rowSeparator", "rowSeparator", "newline");
    }

    /** Make names its columns, ours stand in the same order without names. */
    private static MakeTranslation fromMake(MakeNode node) {
        Fields values = Aggregation.fromMake(node)
                .with("columns", new Items(List.copyOf(node.mapper().fields().values())));
        for (String key : List.of("columnSeparator", "rowSeparator")) {
            values = values.with(key, new Text(Separator.fromMake(node.text(key))));
            if (node.text(key).equals("other")) {
                values = values.with(Separator.otherKey(key), node.value(Separator.otherKey(key)));
            }
        }
        return MakeTranslation.exact(values).but("builtin.make.table");
    }
}
