package dev.tutti.scenario;

import dev.tutti.connector.Structural;
import dev.tutti.value.Fields;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a scenario is given and gives back, against what it declares. */
@Component
final class InterfaceCheck {

    private final Catalogue catalogue;

    InterfaceCheck(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    void check(Flow flow, Consumer<Problem> report) {
        Settings settings = flow.blueprint().settings();
        if (!(Start.of(flow, catalogue) instanceof StartsBy.OnDemand)) {
            settings.inputs().stream()
                    .filter(input -> input.required() && input.otherwise().isEmpty())
                    .findFirst()
                    .ifPresent(input -> report.accept(Problem.error("required-input-unattended", input.name())));
        }
        for (Node module : flow.inOrder()) {
            if (catalogue.role(module).equals(Optional.of(Structural.RETURN))
                    && module.values().get("outputs") instanceof Fields outputs) {
                outputs(module, outputs, settings, report);
            }
        }
    }

    private static void outputs(Node module, Fields outputs, Settings settings, Consumer<Problem> report) {
        var declared = settings.outputs().stream().map(Parameter::name).collect(Collectors.toSet());
        if (declared.isEmpty()) {
            return;
        }
        outputs.fields().keySet().stream()
                .filter(name -> !declared.contains(name))
                .forEach(name -> report.accept(Problem.warning("undeclared-output", name)
                        .in(module.no())
                        .at("outputs." + name)));
        settings.outputs().stream()
                .filter(output -> output.required() && !outputs.has(output.name()))
                .forEach(output -> report.accept(Problem.warning("missing-output", output.name())
                        .in(module.no())
                        .at("outputs")));
    }
}
