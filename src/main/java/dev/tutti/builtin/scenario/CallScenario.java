package dev.tutti.builtin.scenario;

import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.MakeNode;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.MakeWriting;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.ScenarioCalls;
import dev.tutti.engine.Effect;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.engine.Wake;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Text;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Starts another scenario and, if it is to wait, goes on with what that one gives back. */
@Component
final class CallScenario implements Module {

    private static final String MAKE = "scenario-service:CallSubscenario";

    private static final ModuleSpec SPEC = ModuleSpec.action("scenario:call", Effect.SEND)
            .disc("workflow", "#7436B3")
            .fields(
                    Field.of("scenario", FieldType.SCENARIO).require().unmapped(),
                    Field.of("inputs", FieldType.COLLECTION),
                    Field.yesNo("wait").byDefault(true).unmapped())
            .open()
            .example(Fields.of("total", new Text("61.5")))
            .make(MakeEquivalent.of(MAKE, CallScenario::fromMake).back(CallScenario::toMake))
            .words("""
                    app = Scenarios | Scénarios
                    name = Call a scenario | Appeler un scénario
                    help = Starts another scenario with the inputs you give it. If it waits, it returns the outputs of that scenario; meanwhile the run costs nothing. | Démarre un autre scénario avec les entrées que vous lui donnez. S’il attend, il renvoie les sorties de ce scénario ; l’attente ne coûte rien.
                    keywords = subscenario, run, start, function, reuse, child | sous-scénario, exécuter, fonction, réutiliser
                    field.scenario.label = Scenario | Scénario
                    field.scenario.help = It must be live and switched on. | Il doit être en ligne et activé.
                    field.inputs.label = Inputs | Entrées
                    field.inputs.help = What the other scenario asks for. | Ce que l’autre scénario demande.
                    field.wait.label = Wait for its outputs | Attendre ses sorties
                    field.wait.help = Otherwise this run goes on at once, and the other one runs on its own. | Sinon, cette exécution continue aussitôt et l’autre se déroule de son côté.
                    """)
            .done();

    private final ObjectProvider<ScenarioCalls> calls;

    /** @param calls lie on a floor above, where the modules are needed to make them */
    CallScenario(ObjectProvider<ScenarioCalls> calls) {
        this.calls = calls;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        boolean wait = input.get("wait") == Bool.TRUE;
        Fields inputs = input.get("inputs") instanceof Fields given ? given : Fields.EMPTY;
        return switch (calls.getObject().start(MakeNode.text(input.get("scenario")), inputs, wait, invocation)) {
            case ScenarioCalls.Started(String run)
            when wait -> new Outcome.Suspended(new Wake.Signal(ScenarioCalls.signal(run), Optional.empty()), List.of());
            case ScenarioCalls.Started(String run) -> Outcome.emitted(Fields.of("runId", new Text(run)));
            case ScenarioCalls.Refused(var failure) -> new Outcome.Failed(failure);
        };
    }

    private static MakeTranslation fromMake(MakeNode node) {
        return MakeTranslation.exact(Fields.of(
                        "inputs", node.value("data"), "wait", Bool.of(node.yes("shouldWaitForExecutionEnd", false))))
                .todo("builtin.make.scenario", node.chosen("scenario"));
    }

    private static MakeWriting toMake(Fields values) {
        return MakeWriting.of(MAKE, 2)
                .set("shouldWaitForExecutionEnd", Bool.of(MakeNode.yes(values.get("wait"), true)))
                .mapped("data", values.get("inputs"));
    }
}
