package dev.tutti.builtin.csv;

import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Text;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Writes a list as a table. */
@Component
final class CreateCsv implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.logic("csv:create")
            .disc("table", "#1F6E6A")
            .fields(Stream.concat(Stream.of(Field.list("rows", FieldType.ANY).require()), Table.fields().stream())
                    .toArray(Field[]::new))
            .outputs(Output.text("csv"))
            .example(Fields.of("csv", new Text("name,city\r\nAda Lovelace,London\r\n")))
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        return Table.write((Items) input.get("rows"), input, invocation);
    }
}
