package dev.tutti.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is being edited.
 *
 * @param revision counts every change
 * @param startsBy what would start it
 * @param live the published version that requests and schedules run, if there is one
 * @param on whether requests and schedules run it
 * @param changes how many modules, links, groups, notes and settings differ from the live version
 * @param next the number the next new module gets
 */
public record Draft(
        ScenarioId scenario,
        String name,
        long revision,
        Blueprint blueprint,
        List<Problem> problems,
        StartsBy startsBy,
        Optional<ScenarioVersion> live,
        boolean on,
        int changes,
        int next,
        Instant changedAt) {}
