package dev.tutti.builtin.tools;

import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.MakeNode;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.expression.Patterns;
import dev.tutti.expression.Patterns.Answer;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Message;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gives another value for each that may come in; nothing where none fits and no other is named. */
@Component
final class Switch implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.logic("tools:switch")
            .disc("list-tree", "#465350")
            .fields(
                    Field.text("input"),
                    Field.list("cases", Field.text("pattern"), Field.of("output", FieldType.ANY))
                            .require(),
                    Field.yesNo("regex").byDefault(false).unmapped().inAdvanced(),
                    Field.of("else", FieldType.ANY))
            .outputs(Output.any("output"))
            .example(Fields.of("output", new Text("Madame")))
            .make(MakeEquivalent.of("util:Switcher", Switch::fromMake))
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        String wanted = text(input, "input");
        List<Value> cases = input.get("cases") instanceof Items(List<Value> items) ? items : List.of();
        for (Value each : cases) {
            Fields row = (Fields) each;
            if (input.get("regex") != Bool.TRUE) {
                if (text(row, "pattern").equals(wanted)) {
                    return output(row.get("output"));
                }
                continue;
            }
            switch (Patterns.compile(text(row, "pattern"), "")) {
                case Answer.Refused(Message said, Message advice) -> {
                    return Outcome.failed(
                            Failure.Kind.BUNDLE_VALIDATION,
                            said.in(invocation.locale()),
                            advice.in(invocation.locale()));
                }
                case Answer.Compiled(var pattern) -> {
                    if (pattern.matcher(wanted).find()) {
                        return output(row.get("output"));
                    }
                }
            }
        }
        return input.has("else") ? output(input.get("else")) : Outcome.emitted(Fields.EMPTY);
    }

    private static Outcome output(Value value) {
        return Outcome.emitted(Fields.of("output", value));
    }

    private static String text(Fields fields, String key) {
        return fields.get(key) instanceof Text(String text) ? text : "";
    }

    private static MakeTranslation fromMake(MakeNode node) {
        return MakeTranslation.exact(Fields.builder()
                .put("input", node.value("input"))
                .put(
                        "cases",
                        node.items(
                                "casesTable",
                                row -> Fields.of("pattern", row.get("pattern"), "output", row.get("output"))))
                .put("regex", Bool.of(node.yes("useRegExpMatch", false)))
                .put("else", node.value("elseOutput"))
                .build());
    }
}
