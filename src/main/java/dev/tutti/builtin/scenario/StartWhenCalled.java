package dev.tutti.builtin.scenario;

import dev.tutti.connector.CatalogueOnly;
import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.value.Fields;
import dev.tutti.value.Text;
import org.springframework.stereotype.Component;

/** Starts a scenario when another one, a person or a program calls it; the inputs of the scenario are its bundle. */
@Component
final class StartWhenCalled implements CatalogueOnly {

    private static final ModuleSpec SPEC = ModuleSpec.trigger("scenario:start")
            .disc("log-in", "#7436B3")
            .open()
            .example(Fields.of("customer", new Text("Ada Lovelace")))
            .make(MakeEquivalent.of("scenario-service:StartSubscenario", node -> MakeTranslation.exact(Fields.EMPTY)))
            .words("""
                    app = Scenarios | Scénarios
                    name = When called | À l’appel
                    help = Starts the scenario when another scenario, a person or a program calls it. What the call gives are the inputs of the scenario. | Démarre le scénario quand un autre scénario, une personne ou un programme l’appelle. Ce que l’appel fournit sont les entrées du scénario.
                    keywords = subscenario, start, called, function, inputs | sous-scénario, démarrage, appelé, fonction, entrées
                    """)
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }
}
