package dev.tutti.run;

import dev.tutti.value.Fields;
import java.util.Map;
import java.util.Optional;

/**
 * Data that a person changed before a run goes on.
 *
 * @param input goes into the failed module in place of what its settings say
 * @param outputs what earlier modules are taken to have given out, by their numbers
 */
public record Edits(Optional<Fields> input, Map<Integer, Fields> outputs) {

    /** Everything as it was. */
    public static final Edits NONE = new Edits(Optional.empty(), Map.of());

    public Edits {
        outputs = Map.copyOf(outputs);
    }

    /** Whether nothing was changed. */
    public boolean none() {
        return input.isEmpty() && outputs.isEmpty();
    }
}
