package dev.tutti.run;

import org.jspecify.annotations.Nullable;

/** A run as it is inserted. */
record RunRow(
        long id,
        long scenario,
        long version,
        @Nullable Integer number,
        String scenarioName,
        Cause cause,
        boolean sequential,
        long startedAt,
        @Nullable Long replayOf,
        Standing standing) {

    RunRow with(Standing next) {
        return new RunRow(
                id, scenario, version, number, scenarioName, cause, sequential, startedAt, replayOf, next);
    }
}
