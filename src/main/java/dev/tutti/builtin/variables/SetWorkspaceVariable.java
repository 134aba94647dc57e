package dev.tutti.builtin.variables;

import dev.tutti.connector.Failures;
import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.connector.WorkspaceVariables;
import dev.tutti.engine.Effect;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Fields;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import org.springframework.stereotype.Component;

/** Sets a variable of the workspace; the rest of the run sees it, and every run after it. */
@Component
final class SetWorkspaceVariable implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.action("variables:set", Effect.UPDATE)
            .disc("variable", "#465350")
            .fields(
                    Field.text("name").require(),
                    Field.of("value", FieldType.ANY).lines())
            .outputs(Output.text("name"), Output.any("value"))
            .example(Fields.of("name", new Text("lastInvoice"), "value", new Text("2026-118")))
            .done();

    private final WorkspaceVariables variables;

    SetWorkspaceVariable(WorkspaceVariables variables) {
        this.variables = variables;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        String name = input.get("name") instanceof Text(String text) ? text.strip() : "";
        WorkspaceVariables.Written written = variables.set(
                name, input.get("value"), invocation.zone(), invocation.run().runId());
        return switch (written) {
            case WorkspaceVariables.Done(Value value) ->
                Outcome.emitted(Fields.of("name", new Text(name), "value", value));
            case WorkspaceVariables.Misfit(String type) ->
                Failures.fail(invocation, Failure.Kind.DATA, "builtin.variables.misfit." + type, name);
            case WorkspaceVariables.Missing _ ->
                Failures.fail(invocation, Failure.Kind.INVALID_CONFIGURATION, "builtin.variables.missing", name);
        };
    }
}
