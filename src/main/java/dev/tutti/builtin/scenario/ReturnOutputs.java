package dev.tutti.builtin.scenario;

import dev.tutti.connector.CatalogueOnly;
import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.Kind;
import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.MakeNode;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.MakeWriting;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Structural;
import dev.tutti.value.Fields;
import org.springframework.stereotype.Component;

/** Says what the run gives back to whoever called it; the last one of a run counts. */
@Component
final class ReturnOutputs implements CatalogueOnly {

    private static final String MAKE = "scenario-service:ReturnData";

    private static final ModuleSpec SPEC = ModuleSpec.structural("scenario:return", Kind.LOGIC, Structural.RETURN)
            .disc("log-out", "#7436B3")
            .fields(Field.of("outputs", FieldType.COLLECTION))
            .example(Fields.EMPTY)
            .make(MakeEquivalent.of(MAKE, ReturnOutputs::fromMake).back(ReturnOutputs::toMake))
            .words("""
                    app = Scenarios | Scénarios
                    name = Return outputs | Renvoyer des sorties
                    help = Says what this scenario gives back to whoever called it and waits. When it runs several times, the last one counts. | Indique ce que ce scénario renvoie à qui l’a appelé et attend. S’il s’exécute plusieurs fois, la dernière compte.
                    keywords = subscenario, result, answer, output, function | sous-scénario, résultat, réponse, sortie, fonction
                    field.outputs.label = Outputs | Sorties
                    field.outputs.help = The outputs of the scenario, as its settings declare them. | Les sorties du scénario, telles que ses réglages les déclarent.
                    """)
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    private static MakeTranslation fromMake(MakeNode node) {
        return MakeTranslation.exact(
                Fields.of("outputs", node.value("data") instanceof Fields data ? data : node.mapper()));
    }

    private static MakeWriting toMake(Fields values) {
        return MakeWriting.of(MAKE, 2).mapped("data", values.get("outputs"));
    }
}
