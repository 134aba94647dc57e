package dev.tutti.api;

import dev.tutti.scenario.BlueprintJson;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.ScenarioVersion;
import dev.tutti.scenario.Scenarios;
import dev.tutti.value.Fields;
import dev.tutti.workspace.Action;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was published. Versions never change and are kept. */
@RestController
@RequestMapping("/api/v1/scenarios/{id}/versions")
class VersionsController {

    record VersionView(
            int version,
            Instant publishedAt,
            String by,
            @Nullable String note,
            boolean live) {}

    record WholeView(
            int version,
            Instant publishedAt,
            String by,
            @Nullable String note,
            Fields blueprint) {}

    private final Scenarios scenarios;

    VersionsController(Scenarios scenarios) {
        this.scenarios = scenarios;
    }

    /** All of them, the newest first. */
    @GetMapping
    @Allowed(Action.SCENARIO_READ)
    Items<VersionView> list(@PathVariable String id) {
        ScenarioId scenario = ScenariosController.id(id);
        if (scenarios.find(scenario).isEmpty()) {
            throw ScenariosController.unknown();
        }
        List<ScenarioVersion> live = scenarios.live(scenario).stream().toList();
        return new Items<>(scenarios.versions(scenario).stream()
                .map(version -> new VersionView(
                        version.number().orElse(0),
                        version.createdAt(),
                        version.author().name(),
                        version.note().orElse(null),
                        live.contains(version)))
                .toList());
    }

    /** One of them with its blueprint. */
    @GetMapping("/{number}")
    @Allowed(Action.SCENARIO_READ)
    WholeView get(@PathVariable String id, @PathVariable int number) {
        ScenarioVersion version = scenarios
                .version(ScenariosController.id(id), number)
                .orElseThrow(() -> new Problem(404, "version-unknown"));
        return new WholeView(
                number,
                version.createdAt(),
                version.author().name(),
                version.note().orElse(null),
                BlueprintJson.write(scenarios.blueprint(version.id()).orElseThrow()));
    }
}
