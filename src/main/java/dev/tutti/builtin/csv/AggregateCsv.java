package dev.tutti.builtin.csv;

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
import dev.tutti.value.Items;
import dev.tutti.value.Text;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Writes bundles as a table: a row for each. */
@Component
final class AggregateCsv implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.structural(
                    "csv:aggregate", Kind.AGGREGATOR, Structural.MADE_AGGREGATOR)
            .disc("table", "#1F6E6A")
            .fields(Aggregation.fields(Stream.concat(Stream.of(Aggregation.items()), Table.fields().stream())
                    .toArray(Field[]::new)))
            .outputs(Output.text("csv"), Output.any("__IMTKEY__"))
            .example(Fields.of("csv", new Text("name,price\r\nPencil,1.2\r\n")))
            .make(MakeEquivalent.of("csv:CreateCSV", AggregateCsv::fromMake))
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        return Table.write((Items) input.get("items"), input, invocation);
    }

    private static MakeTranslation fromMake(MakeNode node) {
        return MakeTranslation.exact(Aggregation.fromMake(node)
                        .with("fields", Aggregation.named(node.mapper()))
                        .with("header", Bool.of(node.yes("includeHeaders", true)))
                        .with("newline", Text.of("lf"))
                        .with("safe", Bool.FALSE))
                .but("builtin.make.check");
    }
}
