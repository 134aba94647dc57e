package dev.tutti.engine;

import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Value;
import java.util.AbstractList;
import java.util.List;

/** The items of an array as bundles, each made when its turn comes. */
final class IteratorBundles extends AbstractList<Fields> {
    private static final String INDEX = "__IMTINDEX__";
    private static final String LENGTH = "__IMTLENGTH__";

    private final List<Value> items;
    private final Num length;

    IteratorBundles(Value array) {
        items = switch (array) {
            case Items(List<Value> all) -> all;
            case Nothing _ -> List.of();
            default -> List.of(array);
        };
        length = Num.of(items.size());
    }

    /** This bundle with its place among those that one operation emitted. */
    static Fields placed(Fields bundle, int index, int length) {
        return bundle.with(INDEX, Num.of(index + 1)).with(LENGTH, Num.of(length));
    }

    @Override
    public Fields get(int index) {
        Fields.Builder bundle = Fields.builder();
        if (items.get(index) instanceof Fields fields) {
            bundle.putAll(fields);
        } else {
            bundle.put("value", items.get(index));
        }
        return bundle.put(INDEX, Num.of(index + 1)).put(LENGTH, length).build();
    }

    @Override
    public int size() {
        return items.size();
    }
}
