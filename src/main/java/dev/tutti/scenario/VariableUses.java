package dev.tutti.scenario;

import dev.tutti.value.Json;
import dev.tutti.value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Tells which scenarios read or write a variable of the workspace, in their draft or in what is live. */
@Component
public final class VariableUses {

    private static final int PAGE = 200;
    private static final String WRITES = "variables:set";

    private final Scenarios scenarios;

    VariableUses(Scenarios scenarios) {
        this.scenarios = scenarios;
    }

    /** The scenarios, by name. */
    public List<ScenarioSummary> of(String variable) {
        Pattern read = Pattern.compile("var\\.workspace\\.`?" + Pattern.quote(variable) + "(?![A-Za-z0-9_$])");
        List<ScenarioSummary> using = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            ScenarioPage page = scenarios.list(new ScenarioQuery(Optional.empty(), Optional.empty(), cursor, PAGE));
            page.items().stream()
                    .filter(scenario -> uses(scenario.id(), read, variable))
                    .forEach(using::add);
            cursor = page.next();
        } while (cursor.isPresent());
        return using;
    }

    private boolean uses(ScenarioId id, Pattern read, String variable) {
        Optional<Blueprint> draft = scenarios.draft(id).map(Draft::blueprint);
        Optional<Blueprint> live = scenarios.live(id).flatMap(version -> scenarios.blueprint(version.id()));
        return draft.filter(blueprint -> uses(blueprint, read, variable)).isPresent()
                || live.filter(blueprint -> uses(blueprint, read, variable)).isPresent();
    }

    private static boolean uses(Blueprint blueprint, Pattern read, String variable) {
        return read.matcher(Json.write(BlueprintJson.write(blueprint))).find()
                || blueprint.modules().stream()
                        .anyMatch(module -> module.module().equals(WRITES)
                                && module.values().get("name") instanceof Text(String name)
                                && name.strip().equals(variable));
    }
}
