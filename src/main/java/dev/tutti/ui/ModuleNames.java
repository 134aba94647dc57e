package dev.tutti.ui;

import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Modules;
import dev.tutti.engine.Effect;
import dev.tutti.scenario.Blueprint;
import dev.tutti.scenario.Node;
import dev.tutti.scenario.ScenarioVersionId;
import dev.tutti.scenario.Scenarios;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the modules of a version are called: by whoever drew them, or else by the catalogue. */
@Component
final class ModuleNames {

    private static final Set<Effect> HARMLESS = Set.of(Effect.NONE, Effect.READ);

    private final Scenarios scenarios;
    private final Modules modules;

    ModuleNames(Scenarios scenarios, Modules modules) {
        this.scenarios = scenarios;
        this.modules = modules;
    }

    Optional<String> of(ScenarioVersionId version, int module, Locale locale) {
        return scenarios
                .blueprint(version)
                .flatMap(blueprint -> blueprint.module(module))
                .map(node -> of(node, locale));
    }

    /** The name with its number before it: what people see on the canvas. */
    String numbered(ScenarioVersionId version, int module, Locale locale) {
        return module + " · " + of(version, module, locale).orElse("?");
    }

    String of(Node node, Locale locale) {
        return node.name().orElseGet(() -> modules.name(node.module(), locale));
    }

    /** The modules of a blueprint that change something outside, in the order of their numbers. */
    List<Node> writing(Blueprint blueprint) {
        return blueprint.modules().stream().filter(this::writes).toList();
    }

    private boolean writes(Node node) {
        return modules.find(node.module())
                .map(ModuleSpec::effect)
                .map(effect -> effect.apply(node.values()))
                .filter(effect -> !HARMLESS.contains(effect))
                .isPresent();
    }
}
