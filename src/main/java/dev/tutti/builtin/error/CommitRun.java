package dev.tutti.builtin.error;

import dev.tutti.connector.CatalogueOnly;
import dev.tutti.connector.Kind;
import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Structural;
import dev.tutti.value.Fields;
import org.springframework.stereotype.Component;

/** Stops the run as a success and keeps what was done. */
@Component
final class CommitRun implements CatalogueOnly {

    private static final ModuleSpec SPEC = ModuleSpec.structural("error:commit", Kind.DIRECTIVE, Structural.COMMIT)
            .disc("circle-stop", "#BC3A12")
            .example(Fields.EMPTY)
            .make(MakeEquivalent.of("builtin:Commit", node -> MakeTranslation.exact(Fields.EMPTY)))
            .words("""
                    app = If this fails… | En cas d’échec…
                    name = Stop, keep what’s done | Arrêter et conserver
                    help = Stops the run as a success. What was done so far is kept, the bundles that remain are not processed. | Arrête l’exécution comme réussie. Ce qui a été fait est conservé, les lots restants ne sont pas traités.
                    keywords = commit, stop, end, error handler, directive | valider, arrêter, fin, erreur, directive
                    """)
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }
}
