package dev.tutti.api;

import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data of a run in the body of a request: a bundle, or a list of bundles. */
final class Bundles {

    private Bundles() {}

    static List<Fields> of(@Nullable Value data) {
        return switch (data) {
            case null -> List.of();
            case Fields fields -> List.of(fields);
            case Items(List<Value> items) -> {
                List<Fields> bundles = new ArrayList<>();
                for (Value item : items) {
                    if (!(item instanceof Fields bundle)) {
                        throw Problem.field("data", "problem.run-data.detail");
                    }
                    bundles.add(bundle);
                }
                yield bundles;
            }
            case Value other -> throw Problem.field("data", "problem.run-data.detail");
        };
    }
}
