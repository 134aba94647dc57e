package dev.tutti.engine;

import dev.tutti.value.Fields;
import java.util.Map;
import java.util.Optional;

/**
 * What a person changed before a failed call is made again.
 *
 * @param input what the failed module receives in place of what is mapped
 * @param outputs bundles by module number, each in place of the one that led to the failure
 */
public record Edits(Optional<Fields> input, Map<Integer, Fields> outputs) {
    public static final Edits NONE = new Edits(Optional.empty(), Map.of());

    public Edits {
        outputs = Map.copyOf(outputs);
    }

    boolean none() {
        return input.isEmpty() && outputs.isEmpty();
    }
}
