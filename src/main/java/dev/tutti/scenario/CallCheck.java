package dev.tutti.scenario;

import dev.tutti.value.Fields;
import dev.tutti.value.Nothing;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Whether a module calls a scenario that is there, and gives it what it asks for. */
@Component
final class CallCheck {

    static final String CALL = "scenario:call";

    private final Function<String, Optional<Callee>> callees;

    @Autowired
    CallCheck(Callees callees) {
        this(callees::find);
    }

    CallCheck(Function<String, Optional<Callee>> callees) {
        this.callees = callees;
    }

    void check(Node module, Consumer<Problem> report) {
        if (!module.module().equals(CALL)
                || !(module.values().get("scenario") instanceof Text scenario)
                || scenario.text().isBlank()) {
            return;
        }
        Callee callee = callees.apply(scenario.text()).orElse(null);
        if (callee == null) {
            report.accept(Problem.error("unknown-scenario").at("scenario"));
            return;
        }
        if (!callee.runs()) {
            report.accept(Problem.warning("scenario-not-live").at("scenario"));
        }
        Value inputs = module.values().get("inputs");
        if (inputs instanceof Nothing || inputs instanceof Fields) {
            inputs(callee, inputs instanceof Fields given ? given : Fields.EMPTY, report);
        }
    }

    private static void inputs(Callee callee, Fields given, Consumer<Problem> report) {
        for (Parameter input : callee.inputs()) {
            Value value = given.get(input.name());
            boolean empty = value instanceof Nothing
                    || (value instanceof Text text && text.text().isBlank());
            if (input.required() && input.otherwise().isEmpty() && empty) {
                report.accept(Problem.error("missing-input", input.name()).at("inputs." + input.name()));
            }
        }
        var asked = callee.inputs().stream().map(Parameter::name).collect(Collectors.toSet());
        if (!asked.isEmpty()) {
            given.fields().keySet().stream()
                    .filter(name -> !asked.contains(name))
                    .forEach(name -> report.accept(
                            Problem.warning("input-not-asked-for", name).at("inputs." + name)));
        }
    }
}
