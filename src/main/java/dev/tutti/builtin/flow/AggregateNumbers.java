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
import dev.tutti.connector.Structural;
import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** One number of many: sum, average, count, largest or smallest. */
@Component
final class AggregateNumbers implements CatalogueOnly {

    private static final List<String> FUNCTIONS = List.of("SUM", "AVG", "COUNT", "MAX", "MIN");

    private static final ModuleSpec SPEC = ModuleSpec.structural(
                    "numbers:aggregator", Kind.AGGREGATOR, Structural.NUMERIC_AGGREGATOR)
            .disc("sigma", "#1F6E6A")
            .fields(Aggregation.fields(
                    Field.select("function", FUNCTIONS.toArray(String[]::new))
                            .byDefault("SUM")
                            .unmapped(),
                    Field.of("value", FieldType.ANY).require()))
            .outputs(Output.number("result"), Output.any("__IMTKEY__"))
            .example(Fields.of("result", Num.of("61.5")))
            .make(MakeEquivalent.of("util:FunctionAggregator2", AggregateNumbers::fromMake)
                    .back(AggregateNumbers::toMake))
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    private static MakeWriting toMake(Fields values) {
        String function = MakeNode.text(values.get("function")).toLowerCase(Locale.ROOT);
        return Aggregation.toMake("util:FunctionAggregator2", values)
                .set("fn", new Text(function.isEmpty() ? "sum" : function))
                .mapped("value", values.get("value"));
    }

    private static MakeTranslation fromMake(MakeNode node) {
        String function = Stream.of("fn", "function", "aggregateFunction")
                .map(key -> node.text(key).toUpperCase(Locale.ROOT))
                .filter(FUNCTIONS::contains)
                .findFirst()
                .orElse("");
        Fields values = Aggregation.fromMake(node).with("value", node.value("value"));
        return function.isEmpty()
                ? MakeTranslation.exact(values.with("function", new Text("SUM")))
                        .but("builtin.make.function")
                : MakeTranslation.exact(values.with("function", new Text(function)));
    }
}
