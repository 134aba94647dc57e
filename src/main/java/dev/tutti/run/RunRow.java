package dev.tutti.run;

import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.ScenarioVersionId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
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
        @Nullable Parent parent,
        Standing standing) {

    static RunRow of(RunReader.Stored stored, Standing standing) {
        Run run = stored.run();
        return new RunRow(
                run.id().value(),
                run.scenario().value(),
                run.versionId().value(),
                run.version().isPresent() ? run.version().getAsInt() : null,
                run.scenarioName(),
                run.cause(),
                stored.sequential(),
                run.startedAt().toEpochMilli(),
                run.replayOf().map(RunId::value).orElse(null),
                stored.parent(),
                standing);
    }

    /** The run as others see it. */
    Run run() {
        return new Run(
                new RunId(id),
                new ScenarioId(scenario),
                scenarioName,
                new ScenarioVersionId(version),
                number == null ? OptionalInt.empty() : OptionalInt.of(number),
                number == null,
                standing.status(),
                cause,
                Instant.ofEpochMilli(startedAt),
                Optional.ofNullable(standing.endedAt()).map(Instant::ofEpochMilli),
                Optional.ofNullable(standing.until()).map(Instant::ofEpochMilli),
                standing.operations(),
                standing.bytes(),
                Optional.ofNullable(standing.error()),
                Optional.ofNullable(replayOf).map(RunId::new),
                Optional.ofNullable(parent).map(caller -> new RunId(caller.run())));
    }

    RunRow with(Standing next) {
        return new RunRow(
                id, scenario, version, number, scenarioName, cause, sequential, startedAt, replayOf, parent, next);
    }
}
