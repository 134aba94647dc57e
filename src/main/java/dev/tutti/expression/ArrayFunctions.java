package dev.tutti.expression;

import static dev.tutti.expression.FunctionSpec.Type.ANY;
import static dev.tutti.expression.FunctionSpec.Type.ARRAY;
import static dev.tutti.expression.FunctionSpec.Type.COLLECTION;
import static dev.tutti.expression.FunctionSpec.Type.NUMBER;
import static dev.tutti.expression.FunctionSpec.Type.TEXT;

import dev.tutti.expression.FunctionSpec.Group;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Lists: picking from them, reordering and combining them. Keys may be paths: {@code sender.name}. */
final class ArrayFunctions {
    static final List<Functions.Entry> ALL = List.of(
            define("add")
                    .takes("array", ARRAY)
                    .repeats("value", ANY)
                    .example("add(split(\"a,b\"; \",\"); \"c\")", "[\"a\",\"b\",\"c\"]")
                    .does(ArrayFunctions::add),
            define("remove")
                    .takes("array", ARRAY)
                    .repeats("value", ANY)
                    .example("remove(split(\"a,b,c\"; \",\"); \"b\")", "[\"a\",\"c\"]")
                    .does(ArrayFunctions::remove),
            define("first")
                    .takes("array", ARRAY)
                    .example("first(split(\"a,b\"; \",\"))", "\"a\"")
                    .does(call -> call.items(0).isEmpty()
                            ? Nothing.NULL
                            : call.items(0).getFirst()),
            define("last")
                    .takes("array", ARRAY)
                    .example("last(split(\"a,b\"; \",\"))", "\"b\"")
                    .does(call -> call.items(0).isEmpty()
                            ? Nothing.NULL
                            : call.items(0).getLast()),
            define("reverse")
                    .takes("array", ARRAY)
                    .example("reverse(split(\"a,b,c\"; \",\"))", "[\"c\",\"b\",\"a\"]")
                    .does(call -> call.make(call.items(0).reversed())),
            define("shuffle").takes("array", ARRAY).does(Ordering::shuffle),
            define("distinct")
                    .takes("array", ARRAY)
                    .optional("key", TEXT)
                    .example("distinct(split(\"a,b,a\"; \",\"))", "[\"a\",\"b\"]")
                    .does(ArrayFunctions::distinct),
            define("deduplicate")
                    .takes("array", ARRAY)
                    .example("deduplicate(split(\"a,b,a\"; \",\"))", "[\"a\",\"b\"]")
                    .does(ArrayFunctions::distinct),
            define("flatten")
                    .takes("array", ARRAY)
                    .optional("depth", NUMBER)
                    .example("flatten(add(emptyarray; split(\"a,b\"; \",\"); \"c\"))", "[\"a\",\"b\",\"c\"]")
                    .does(ArrayFunctions::flatten),
            define("join")
                    .takes("array", ARRAY)
                    .takes("separator", TEXT)
                    .example("join(split(\"a,b\"; \",\"); \"-\")", "\"a-b\"")
                    .does(ArrayFunctions::join),
            define("keys").takes("collection", COLLECTION).does(ArrayFunctions::keys),
            define("map")
                    .takes("array", ARRAY)
                    .takes("key", TEXT)
                    .optional("filterKey", TEXT)
                    .optional("filterValues", TEXT)
                    .does(ArrayFunctions::map),
            define("merge")
                    .repeats("array", ARRAY)
                    .example("merge(split(\"a,b\"; \",\"); split(\"c\"; \",\"))", "[\"a\",\"b\",\"c\"]")
                    .does(ArrayFunctions::merge),
            define("slice")
                    .takes("array", ARRAY)
                    .takes("start", NUMBER)
                    .optional("end", NUMBER)
                    .example("slice(split(\"a,b,c\"; \",\"); 1; 2)", "[\"b\"]")
                    .example("slice(split(\"a,b,c\"; \",\"); -2)", "[\"b\",\"c\"]")
                    .does(ArrayFunctions::slice),
            define("sort")
                    .takes("array", ARRAY)
                    .optional("order", TEXT)
                    .optional("key", TEXT)
                    .example("sort(split(\"b,a,B,A\"; \",\"))", "[\"A\",\"B\",\"a\",\"b\"]")
                    .example("sort(split(\"b,a,B,A\"; \",\"); \"asc ci\")", "[\"a\",\"A\",\"b\",\"B\"]")
                    .does(Ordering::sort),
            define("toArray").takes("collection", COLLECTION).does(ArrayFunctions::pairs),
            define("toCollection")
                    .takes("array", ARRAY)
                    .takes("key", TEXT)
                    .takes("value", TEXT)
                    .does(ArrayFunctions::collection),
            define("arrayDifference")
                    .takes("first", ARRAY)
                    .takes("second", ARRAY)
                    .optional("mode", TEXT)
                    .extension()
                    .example("arrayDifference(split(\"1,2,3\"; \",\"); split(\"3,4\"; \",\"))", "[\"1\",\"2\"]")
                    .example(
                            "arrayDifference(split(\"1,2,3\"; \",\"); split(\"3,4\"; \",\"); \"symmetric\")",
                            "[\"1\",\"2\",\"4\"]")
                    .does(ArrayFunctions::difference),
            define("arrayElement")
                    .takes("array", ARRAY)
                    .takes("position", NUMBER)
                    .extension()
                    .example("arrayElement(split(\"a,b,c\"; \",\"); 2)", "\"b\"")
                    .does(call -> Paths.item(call.value(0), new Num(call.number(1)))));

    private ArrayFunctions() {}

    private static Draft define(String name) {
        return Draft.of(Group.ARRAYS, name);
    }

    private static Value add(Call call) {
        List<Value> longer = new ArrayList<>(call.items(0));
        for (int i = 1; i < call.count(); i++) {
            longer.add(call.value(i));
        }
        return call.make(longer);
    }

    private static Value remove(Call call) {
        List<Value> removed = call.rest(1);
        return call.make(call.items(0).stream()
                .filter(item -> removed.stream().noneMatch(other -> Loose.equal(item, other, call.zone())))
                .toList());
    }

    private static Value distinct(Call call) {
        String key = call.text(1);
        Set<Value> seen = new HashSet<>();
        List<Value> kept = new ArrayList<>();
        for (Value item : call.items(0)) {
            if (seen.add(key.isEmpty() ? item : Paths.walk(item, key))) {
                kept.add(item);
            }
        }
        return call.make(kept);
    }

    private static Value flatten(Call call) {
        List<Value> flat = new ArrayList<>();
        flatten(call, call.items(0), Math.clamp(call.integer(1, 1), 0, 100), flat);
        return call.make(flat);
    }

    private static void flatten(Call call, List<Value> items, int depth, List<Value> flat) {
        for (Value item : items) {
            if (depth > 0 && item instanceof Items(List<Value> inner)) {
                call.context().items(inner.size(), call.site());
                flatten(call, inner, depth - 1, flat);
            } else {
                flat.add(item);
            }
        }
    }

    private static Value join(Call call) {
        Growing out = new Growing(call.context(), call.site());
        String separator = call.text(1);
        boolean first = true;
        for (Value item : call.items(0)) {
            out.append(first ? "" : separator).append(call.written(item));
            first = false;
        }
        return call.make(out.toString());
    }

    private static Value keys(Call call) {
        List<Value> keys = new ArrayList<>();
        if (call.value(0) instanceof Items(List<Value> items)) {
            for (int i = 1; i <= items.size(); i++) {
                keys.add(Num.of(i));
            }
        } else {
            call.fields(0).fields().sequencedKeySet().forEach(key -> keys.add(Text.of(key)));
        }
        return call.make(keys);
    }

    /** Items without the key are left out. */
    private static Value map(Call call) {
        String key = call.text(1);
        String filter = call.text(2);
        List<String> wanted = Arrays.stream(call.text(3).split(","))
                .map(TextFunctions::trimmed)
                .toList();
        List<Value> values = new ArrayList<>();
        for (Value item : call.items(0)) {
            Value value = Paths.walk(item, key);
            boolean passes =
                    filter.isEmpty() || wanted.contains(TextFunctions.trimmed(call.written(Paths.walk(item, filter))));
            if (passes && value != Nothing.NULL) {
                values.add(value);
            }
        }
        return call.make(values);
    }

    private static Value merge(Call call) {
        List<Value> merged = new ArrayList<>();
        for (int i = 0; i < call.count(); i++) {
            merged.addAll(call.items(i));
        }
        return call.make(merged);
    }

    /** Counted from 0; from the end where negative. */
    private static Value slice(Call call) {
        List<Value> items = call.items(0);
        int from = place(call.integer(1), items.size());
        int to = place(call.integer(2, items.size()), items.size());
        return call.make(from < to ? items.subList(from, to) : List.of());
    }

    private static int place(int at, int size) {
        return at < 0 ? Math.max(0, size + at) : Math.min(at, size);
    }

    private static Value pairs(Call call) {
        List<Value> pairs = new ArrayList<>();
        call.fields(0).fields().forEach((key, value) -> pairs.add(Fields.of("key", Text.of(key), "value", value)));
        return call.make(pairs);
    }

    private static Value collection(Call call) {
        Fields.Builder collection = Fields.builder();
        for (Value item : call.items(0)) {
            String key = call.written(Paths.walk(item, call.text(1)));
            collection.put(key, Paths.walk(item, call.text(2)));
        }
        return collection.build();
    }

    private static Value difference(Call call) {
        Set<Value> first = new LinkedHashSet<>(call.items(0));
        Set<Value> second = new LinkedHashSet<>(call.items(1));
        List<Value> difference = new ArrayList<>(call.items(0));
        difference.removeIf(second::contains);
        if (call.text(2).equalsIgnoreCase("symmetric")) {
            List<Value> others = new ArrayList<>(call.items(1));
            others.removeIf(first::contains);
            difference.addAll(others);
        }
        return call.make(difference);
    }
}
