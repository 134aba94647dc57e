package dev.tutti.scenario;

import java.util.Optional;

/** Names what a run executes: a numbered version or the unnumbered snapshot of a test run. Both never change. */
public record ScenarioVersionId(long value) {

    /** Reads the decimal text; empty when the text is no id at all. */
    public static Optional<ScenarioVersionId> parse(String text) {
        return DecimalId.parse(text).map(ScenarioVersionId::new);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
