package dev.tutti.scenario.make;

import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.MakeNode;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whether two forms of a module mean the same: what is not filled in is what the module takes it for. */
final class Same {

    /** What is chosen here and does not travel in files. */
    private static final Set<FieldType> STAYS = Set.of(FieldType.DATASTORE, FieldType.WEBHOOK, FieldType.SCENARIO);

    private Same() {}

    static boolean values(ModuleSpec spec, Fields one, Fields other) {
        Set<String> keys = new LinkedHashSet<>(one.fields().keySet());
        keys.addAll(other.fields().keySet());
        spec.fields().stream().filter(field -> STAYS.contains(field.type())).forEach(field -> keys.remove(field.key()));
        return keys.stream().allMatch(key -> same(filled(spec, key, one), filled(spec, key, other)));
    }

    private static Value filled(ModuleSpec spec, String key, Fields values) {
        Value given = values.get(key);
        if (!nothing(given)) {
            return given;
        }
        return spec.fields().stream()
                .filter(field -> field.key().equals(key))
                .map(Same::byDefault)
                .findFirst()
                .orElse(Nothing.NULL);
    }

    private static Value byDefault(Field field) {
        return switch (field.defaultValue()) {
            case Boolean yes -> Bool.of(yes);
            case null -> Nothing.NULL;
            default -> Text.of(String.valueOf(field.defaultValue()));
        };
    }

    private static boolean nothing(Value value) {
        return value instanceof Nothing || value.equals(Text.EMPTY) || value.equals(Items.EMPTY);
    }

    private static boolean same(Value one, Value other) {
        if (nothing(one) && nothing(other)) {
            return true;
        }
        return switch (one) {
            case Items(List<Value> items) ->
                other instanceof Items(List<Value> others) && items.size() == others.size() && all(items, others);
            case Fields fields -> other instanceof Fields others && all(fields, others);
            case Text _, Num _, Bool _ ->
                one.equals(other)
                        || !(other instanceof Items || other instanceof Fields)
                                && MakeNode.text(one).equals(MakeNode.text(other));
            default -> one.equals(other);
        };
    }

    private static boolean all(List<Value> items, List<Value> others) {
        for (int i = 0; i < items.size(); i++) {
            if (!same(items.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean all(Fields fields, Fields others) {
        Set<String> keys = new LinkedHashSet<>(fields.fields().keySet());
        keys.addAll(others.fields().keySet());
        return keys.stream().allMatch(key -> same(fields.get(key), others.get(key)));
    }
}
