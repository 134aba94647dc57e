package dev.tutti.scenario;

import dev.tutti.expression.Parse;
import dev.tutti.expression.References;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.Map;

/** Mapped texts of a file, pointed to the numbers that modules have here. */
final class MakeTexts {

    private final Map<Integer, Integer> moved;

    MakeTexts(Map<Integer, Integer> moved) {
        this.moved = moved;
    }

    Fields in(Fields values) {
        if (moved.isEmpty()) {
            return values;
        }
        Fields.Builder changed = Fields.builder();
        values.fields().forEach((key, value) -> changed.put(key, in(value)));
        return changed.build();
    }

    private Value in(Value value) {
        return switch (value) {
            case Text(String text) -> Text.of(in(text));
            case Items(var items) -> new Items(items.stream().map(this::in).toList());
            case Fields fields -> in(fields);
            default -> value;
        };
    }

    String in(String text) {
        return moved.isEmpty() || !Templates.mapped(text) || !(Templates.parse(text) instanceof Parse.Ok(var template))
                ? text
                : References.renumber(template, moved);
    }
}
