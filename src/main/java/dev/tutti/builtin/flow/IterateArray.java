package dev.tutti.builtin.flow;

import dev.tutti.connector.CatalogueOnly;
import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.Kind;
import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.connector.Structural;
import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import org.springframework.stereotype.Component;

/** One bundle for each item of an array. Plain items appear as {@code value}. */
@Component
final class IterateArray implements CatalogueOnly {

    private static final ModuleSpec SPEC = ModuleSpec.structural("flow:iterator", Kind.ITERATOR, Structural.ITERATOR)
            .disc("repeat", "#14733A")
            .fields(
                    Field.of("array", FieldType.ANY).require(),
                    Field.number("atOnce")
                            .byDefault(1)
                            .between(1, 100)
                            .unmapped()
                            .inAdvanced())
            .outputs(Output.any("value"), Output.number("__IMTINDEX__"), Output.number("__IMTLENGTH__"))
            .open()
            .example(Fields.of("value", new Text("first"), "__IMTINDEX__", Num.of(1), "__IMTLENGTH__", Num.of(3)))
            .make(MakeEquivalent.of(
                    "builtin:BasicFeeder", node -> MakeTranslation.exact(Fields.of("array", node.value("array")))))
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }
}
