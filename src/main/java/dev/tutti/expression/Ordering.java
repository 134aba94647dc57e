package dev.tutti.expression;

import dev.tutti.value.Blob;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Moment;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Sorting and shuffling. Numbers come before dates, dates before texts, and A to Z before a to z. */
final class Ordering {
    private static final Set<String> ORDERS = Set.of("asc", "desc", "asc ci", "desc ci");

    private Ordering() {}

    /** The second argument is the order or, where it is none, the key. */
    static Value sort(Call call) {
        boolean ordered = ORDERS.contains(call.text(1)) || !call.isGiven(1);
        String order = ordered ? call.text(1, "asc") : "asc";
        String key = ordered ? call.text(2) : call.text(1);
        Comparator<Value> comparator = comparator(order.endsWith("ci"));
        record Keyed(Value item, Value key) {}
        Comparator<Keyed> byKey = Comparator.comparing(Keyed::key, comparator);
        List<Keyed> keyed = new ArrayList<>();
        for (Value item : call.items(0)) {
            keyed.add(new Keyed(item, key.isEmpty() ? item : Paths.walk(item, key)));
        }
        keyed.sort(order.startsWith("desc") ? byKey.reversed() : byKey);
        return call.make(keyed.stream().map(Keyed::item).toList());
    }

    static Comparator<Value> comparator(boolean ignoringCase) {
        return (a, b) -> {
            int byKind = Integer.compare(kind(a), kind(b));
            if (byKind != 0) {
                return byKind;
            }
            if (a instanceof Num one && b instanceof Num other) {
                return one.number().compareTo(other.number());
            }
            if (a instanceof Moment one && b instanceof Moment other) {
                return one.instant().compareTo(other.instant());
            }
            if (a instanceof Bool one && b instanceof Bool other) {
                return one.compareTo(other);
            }
            if (a instanceof Text(String one) && b instanceof Text(String other)) {
                int folded = ignoringCase ? one.compareToIgnoreCase(other) : 0;
                return folded != 0 || ignoringCase ? folded : one.compareTo(other);
            }
            return 0;
        };
    }

    private static int kind(Value value) {
        return switch (value) {
            case Bool _ -> 0;
            case Num _ -> 1;
            case Moment _ -> 2;
            case Text _ -> 3;
            case Fields _ -> 4;
            case Items _ -> 5;
            case Blob _ -> 6;
            case Nothing _ -> 7;
        };
    }

    /** All chance comes from one number of the scope, so that a run walked again shuffles alike. */
    static Value shuffle(Call call) {
        List<Value> shuffled = new ArrayList<>(call.items(0));
        long seed = Double.doubleToLongBits(call.scope().random());
        RandomGenerator chance = new SplittableRandom(seed);
        Collections.shuffle(shuffled, chance);
        return call.make(shuffled);
    }
}
