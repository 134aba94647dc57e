package dev.tutti.builtin.tools;

import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.MakeNode;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Gives bundles that were written by hand, mostly as the first module of a scenario. */
@Component
final class GiveBundles implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.logic("tools:bundles")
            .disc("mouse-pointer-click", "#465350")
            .fields(Field.list(
                            "bundles",
                            Field.list("fields", Field.text("name").require(), Field.of("value", FieldType.ANY)))
                    .require())
            .open()
            .example(Fields.of("name", new Text("Ada Lovelace")))
            .make(MakeEquivalent.of("util:BasicTrigger", GiveBundles::fromMake))
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public List<Output> outputs(Fields values) {
        Set<String> names = new LinkedHashSet<>();
        for (Fields bundle : records(values.get("bundles"))) {
            records(bundle.get("fields")).forEach(field -> names.add(name(field)));
        }
        return names.stream().filter(name -> !name.isBlank()).map(Output::any).toList();
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        return new Outcome.Emitted(records(input.get("bundles")).stream()
                .map(bundle -> {
                    Fields.Builder given = Fields.builder();
                    records(bundle.get("fields")).forEach(field -> given.put(name(field), field.get("value")));
                    return given.build();
                })
                .toList());
    }

    private static List<Fields> records(Value list) {
        return list instanceof Items(List<Value> items)
                ? items.stream()
                        .filter(Fields.class::isInstance)
                        .map(Fields.class::cast)
                        .toList()
                : List.of();
    }

    private static String name(Fields field) {
        return field.get("name") instanceof Text(String name) ? name : "";
    }

    private static MakeTranslation fromMake(MakeNode node) {
        return MakeTranslation.exact(Fields.of(
                "bundles",
                new Items(records(node.value("values")).stream()
                        .<Value>map(bundle -> Fields.of(
                                "fields",
                                new Items(records(bundle.get("spec")).stream()
                                        .<Value>map(field ->
                                                Fields.of("name", field.get("name"), "value", field.get("value")))
                                        .toList())))
                        .toList())));
    }
}
