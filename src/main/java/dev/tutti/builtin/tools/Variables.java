package dev.tutti.builtin.tools;

import dev.tutti.connector.Field;
import dev.tutti.connector.MakeNode;
import dev.tutti.connector.Output;
import dev.tutti.value.Fields;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.List;

/** What the modules for variables have in common. */
final class Variables {

    private Variables() {}

    static Field scope() {
        return Field.select("scope", "cycle", "run")
                .byDefault("cycle")
                .unmapped()
                .inAdvanced();
    }

    static Text scope(MakeNode node) {
        return new Text(node.text("scope").equals("execution") ? "run" : "cycle");
    }

    static Text toMake(Fields values) {
        return new Text(values.get("scope").equals(new Text("run")) ? "execution" : "roundtrip");
    }

    /** The item that carries the variable, where its name is plain text and so known before a run. */
    static List<Output> named(Value name) {
        return name instanceof Text(String text) && !text.isBlank() && !text.contains("{{")
                ? List.of(Output.any(text))
                : List.of();
    }
}
