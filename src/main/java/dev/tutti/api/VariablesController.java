package dev.tutti.api;

import dev.tutti.scenario.VariableUses;
import dev.tutti.workspace.Action;
import dev.tutti.workspace.Variable;
import dev.tutti.workspace.VariableChange;
import dev.tutti.workspace.Variables;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Values with a name that all scenarios read as `{{var.workspace.NAME}}`. */
@RestController
@RequestMapping("/api/v1/variables")
class VariablesController {

    private final Variables variables;
    private final VariableUses uses;

    VariablesController(Variables variables, VariableUses uses) {
        this.variables = variables;
        this.uses = uses;
    }

    /** @param value as text: a number, `true` or `false`, a date as ISO 8601 with a zone */
    record VariableView(String name, String type, String value, Instant changedAt) {
        static VariableView of(Variable variable) {
            return new VariableView(variable.name(), variable.type().word(), variable.content(), variable.changedAt());
        }
    }

    record NewVariable(
            @Nullable String name,
            @Nullable String type,
            @Nullable String value) {}

    record NewValue(@Nullable String value) {}

    record ChangeView(
            String value,
            Instant at,
            @Nullable String by,
            @Nullable String runId) {
        static ChangeView of(VariableChange change) {
            return new ChangeView(
                    change.content(),
                    change.at(),
                    change.by().orElse(null),
                    change.run().orElse(null));
        }
    }

    record Use(String id, String name) {}

    @GetMapping
    @Allowed(Action.SCENARIO_READ)
    Items<VariableView> list() {
        return new Items<>(variables.all().stream().map(VariableView::of).toList());
    }

    @PostMapping
    @Allowed(Action.SCENARIO_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    VariableView create(@RequestBody NewVariable wanted) {
        Variable.Type type = Variable.Type.of(Objects.requireNonNullElse(wanted.type(), "text"))
                .orElseThrow(() -> Problem.field("type", "api.variable.type"));
        return view(variables.create(
                Objects.requireNonNullElse(wanted.name(), ""), type, Objects.requireNonNullElse(wanted.value(), "")));
    }

    @GetMapping("/{name}")
    @Allowed(Action.SCENARIO_READ)
    VariableView get(@PathVariable String name) {
        return variables.find(name).map(VariableView::of).orElseThrow(Problem::notFound);
    }

    /** Sets the value. Name and type stay as they are. */
    @PutMapping("/{name}")
    @Allowed(Action.SCENARIO_EDIT)
    VariableView set(@PathVariable String name, @RequestBody NewValue wanted) {
        return view(variables.set(name, Objects.requireNonNullElse(wanted.value(), "")));
    }

    /** Takes a variable away that no scenario uses; with `force=true` one that is used, too. */
    @DeleteMapping("/{name}")
    @Allowed(Action.SCENARIO_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String name, @RequestParam(defaultValue = "false") boolean force) {
        if (variables.find(name).isEmpty()) {
            throw Problem.notFound();
        }
        List<Use> using = force ? List.of() : uses(name).items();
        if (!using.isEmpty()) {
            throw new Problem(409, "variable-used", name, using.size()).with("scenarios", using);
        }
        variables.delete(name);
    }

    /** What it was set to, the latest first, and by whom. */
    @GetMapping("/{name}/history")
    @Allowed(Action.SCENARIO_READ)
    Items<ChangeView> history(@PathVariable String name) {
        return new Items<>(variables.history(name).stream().map(ChangeView::of).toList());
    }

    /** The scenarios that read or write it. */
    @GetMapping("/{name}/uses")
    @Allowed(Action.SCENARIO_READ)
    Items<Use> uses(@PathVariable String name) {
        return new Items<>(uses.of(name).stream()
                .map(scenario -> new Use(scenario.id().toString(), scenario.name()))
                .toList());
    }

    private static VariableView view(Variables.Answer answer) {
        return switch (answer) {
            case Variables.Done(Variable variable) -> VariableView.of(variable);
            case Variables.BadName() -> throw Problem.field("name", "api.variable.name");
            case Variables.Taken() -> throw new Problem(409, "variable-taken");
            case Variables.BadContent(Variable.Type type) ->
                throw Problem.field("value", "api.variable.value." + type.word());
            case Variables.Missing() -> throw Problem.notFound();
        };
    }
}
