package dev.tutti.scenario;

import dev.tutti.connector.Field;
import dev.tutti.engine.Mapping;
import dev.tutti.expression.Compiled;
import dev.tutti.expression.Expressions;
import dev.tutti.expression.Parse;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/** Compiles the values of a form; what has nothing to fill in stays one constant. */
final class Mappings {

    private Mappings() {}

    /** @param fields of the form; those that cannot be mapped are taken as they stand */
    static Mapping of(Fields values, List<Field> fields) {
        Set<String> fixed = fields.stream()
                .filter(field -> !field.mappable())
                .map(Field::key)
                .collect(Collectors.toSet());
        SequencedMap<String, Mapping> parts = new LinkedHashMap<>();
        values.fields()
                .forEach((key, value) -> parts.put(key, fixed.contains(key) ? new Mapping.Constant(value) : of(value)));
        return folded(new Mapping.Record(parts), parts.values().stream().toList(), values);
    }

    static Mapping of(Value value) {
        return switch (value) {
            case Text text -> of(text);
            case Items items -> {
                List<Mapping> parts = items.items().stream().map(Mappings::of).toList();
                yield folded(new Mapping.Array(parts), parts, value);
            }
            case Fields fields -> {
                SequencedMap<String, Mapping> parts = new LinkedHashMap<>();
                fields.fields().forEach((key, part) -> parts.put(key, of(part)));
                yield folded(new Mapping.Record(parts), List.copyOf(parts.values()), value);
            }
            default -> new Mapping.Constant(value);
        };
    }

    private static Mapping of(Text text) {
        if (!Templates.mapped(text.text())) {
            return new Mapping.Constant(text);
        }
        return switch (Templates.parse(text.text())) {
            case Parse.Ok(var template) -> {
                Compiled compiled = Expressions.compile(template);
                yield new Mapping.Leaf(compiled);
            }
            case Parse.Bad bad ->
                throw new IllegalArgumentException("A text that cannot be read reached the compiler: "
                        + bad.problems().getFirst().said());
        };
    }

    private static Mapping folded(Mapping mapping, List<Mapping> parts, Value value) {
        return parts.stream().allMatch(Mapping.Constant.class::isInstance) ? new Mapping.Constant(value) : mapping;
    }
}
