package dev.tutti.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One line of the list of scenarios.
 *
 * @param modules the distinct refs of its modules, in order of appearance, of the draft
 * @param startsBy what starts it: of the live version, or of the draft while there is none
 */
public record ScenarioSummary(
        ScenarioId id,
        String name,
        boolean on,
        Optional<ScenarioVersion> live,
        int changes,
        long revision,
        StartsBy startsBy,
        List<String> modules,
        Instant createdAt,
        Instant changedAt) {}
