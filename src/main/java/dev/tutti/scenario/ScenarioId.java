package dev.tutti.scenario;

import java.util.Optional;

/** Names a scenario. In JSON and in addresses it is the decimal text of {@link #value}. */
public record ScenarioId(long value) {

    /** Reads the decimal text; empty when the text is no id at all. */
    public static Optional<ScenarioId> parse(String text) {
        return DecimalId.parse(text).map(ScenarioId::new);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
