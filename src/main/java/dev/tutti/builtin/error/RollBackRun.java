package dev.tutti.builtin.error;

import dev.tutti.connector.CatalogueOnly;
import dev.tutti.connector.Kind;
import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Structural;
import dev.tutti.value.Fields;
import org.springframework.stereotype.Component;

/** Stops the run as an error and takes back what can be taken back. */
@Component
final class RollBackRun implements CatalogueOnly {

    private static final ModuleSpec SPEC = ModuleSpec.structural("error:rollback", Kind.DIRECTIVE, Structural.ROLLBACK)
            .disc("undo-2", "#BC3A12")
            .example(Fields.EMPTY)
            .make(MakeEquivalent.of("builtin:Rollback", node -> MakeTranslation.exact(Fields.EMPTY)))
            .words("""
                    app = If this fails… | En cas d’échec…
                    name = Stop and undo | Arrêter et annuler
                    help = Stops the run as an error and takes back the changes in data stores and databases that are not committed yet. What was sent stays sent. | Arrête l’exécution en erreur et annule les changements non encore validés dans les réserves et bases de données. Ce qui est envoyé le reste.
                    keywords = rollback, undo, revert, abort, error handler, directive | annuler, défaire, revenir, erreur, directive
                    """)
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }
}
