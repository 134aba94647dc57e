package dev.tutti.run;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tutti.scenario.Executable;
import dev.tutti.scenario.ScenarioVersionId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** The versions that run again and again, without asking for each run; only a scenario's name may be a little old. */
final class Plans {

    private final Function<ScenarioVersionId, Optional<Executable>> scenarios;
    private final Cache<ScenarioVersionId, Executable> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(3))
            .build();

    Plans(Function<ScenarioVersionId, Optional<Executable>> scenarios) {
        this.scenarios = scenarios;
    }

    Optional<Executable> find(ScenarioVersionId version) {
        Executable executable = known.getIfPresent(version);
        if (executable != null) {
            return Optional.of(executable);
        }
        Optional<Executable> found = scenarios.apply(version);
        found.ifPresent(it -> known.put(version, it));
        return found;
    }
}
