package dev.tutti.scenario.make;

import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.MakeNode;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.MakeWriting;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Modules;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Equivalents of Make's flow nodes, whose modules here are drawn by the shape of the file rather than looked up: the
 * five directives. What a module declares itself comes first.
 */
final class MakeDirectives {

    private static final Set<String> NAMES =
            Set.of("builtin:Ignore", "builtin:Resume", "builtin:Commit", "builtin:Rollback", "builtin:Break");

    private static final Map<String, MakeEquivalent> BY_REF = Map.of(
            "error:ignore", plain("builtin:Ignore"),
            "error:commit", plain("builtin:Commit"),
            "error:rollback", plain("builtin:Rollback"),
            "error:resume",
                    MakeEquivalent.of("builtin:Resume", MakeDirectives::resume).back(MakeDirectives::resumed),
            "error:break",
                    MakeEquivalent.of("builtin:Break", MakeDirectives::put).back(MakeDirectives::broken));

    private static final Map<String, String> REFS = refs();

    private MakeDirectives() {}

    private static Map<String, String> refs() {
        Map<String, String> refs = new HashMap<>();
        BY_REF.forEach((ref, equivalent) -> equivalent.names().forEach(name -> refs.put(name, ref)));
        return Map.copyOf(refs);
    }

    static boolean is(String name) {
        return NAMES.contains(name);
    }

    /** The module that stands in for this one of Make. */
    static Optional<Modules.FromMake> standIn(Modules modules, String name) {
        return modules.make(name)
                .or(() -> Optional.ofNullable(REFS.get(name))
                        .flatMap(modules::find)
                        .map(spec -> new Modules.FromMake(spec.ref(), spec.version(), BY_REF.get(spec.ref()))));
    }

    /** The modules of Make that this one stands in for. */
    static List<MakeEquivalent> of(ModuleSpec spec) {
        return spec.make().isEmpty() && BY_REF.containsKey(spec.ref()) ? List.of(BY_REF.get(spec.ref())) : spec.make();
    }

    private static MakeEquivalent plain(String name) {
        return MakeEquivalent.of(name, _ -> MakeTranslation.exact(Fields.EMPTY)).back(_ -> MakeWriting.of(name, 1));
    }

    private static MakeTranslation resume(MakeNode node) {
        return MakeTranslation.exact(Fields.of(
                "fields",
                new Items(node.mapper().fields().entrySet().stream()
                        .<Value>map(field -> Fields.of("name", Text.of(field.getKey()), "value", field.getValue()))
                        .toList())));
    }

    private static MakeWriting resumed(Fields values) {
        MakeWriting writing = MakeWriting.of("builtin:Resume", 1);
        if (values.get("fields") instanceof Fields fields) {
            for (Map.Entry<String, Value> field : fields.fields().entrySet()) {
                writing = writing.mapped(field.getKey(), field.getValue());
            }
        } else if (values.get("fields") instanceof Items(List<Value> fields)) {
            for (Value field : fields) {
                if (field instanceof Fields pair) {
                    writing = writing.mapped(MakeNode.text(pair.get("name")), pair.get("value"));
                }
            }
        }
        return writing;
    }

    private static MakeTranslation put(MakeNode node) {
        return MakeTranslation.exact(Fields.of(
                "retry",
                Bool.of(node.yes("retry", true)),
                "attempts",
                Text.of(node.has("count") ? node.text("count") : "3"),
                "minutes",
                Text.of(node.has("interval") ? node.text("interval") : "15")));
    }

    private static MakeWriting broken(Fields values) {
        return MakeWriting.of("builtin:Break", 1)
                .mapped("retry", values.has("retry") ? values.get("retry") : Bool.TRUE)
                .mapped("count", values.has("attempts") ? values.get("attempts") : Text.of("3"))
                .mapped("interval", values.has("minutes") ? values.get("minutes") : Text.of("15"));
    }
}
