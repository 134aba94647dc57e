package dev.tutti.scenario.exchange;

import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Filters in the form of blueprints: alternatives, each a list of rows that must all hold. */
public final class Filters {

    private static final int MOST_GROUPS = 100;

    private Filters() {}

    /** What passes both; with the name of the first that has one. */
    public static Optional<Fields> both(Optional<Fields> one, Optional<Fields> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        List<Value> all = new ArrayList<>();
        for (Value first : Look.items(one.get(), "conditions").items()) {
            for (Value second : Look.items(other.get(), "conditions").items()) {
                if (all.size() < MOST_GROUPS && first instanceof Items(var some) && second instanceof Items(var more)) {
                    List<Value> rows = new ArrayList<>(some);
                    rows.addAll(more);
                    all.add(new Items(rows));
                }
            }
        }
        Fields named = one.get().has("name") || !other.get().has("name")
                ? one.get()
                : Fields.of("name", other.get().get("name")).with(one.get());
        return Optional.of(named.with("conditions", new Items(all)));
    }
}
