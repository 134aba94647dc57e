package dev.tutti.builtin.error;

import dev.tutti.connector.CatalogueOnly;
import dev.tutti.connector.Kind;
import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Structural;
import dev.tutti.value.Fields;
import org.springframework.stereotype.Component;

/** Drops the bundle on which a module failed; the others go on, and the run is a success. */
@Component
final class IgnoreFailure implements CatalogueOnly {

    private static final ModuleSpec SPEC = ModuleSpec.structural("error:ignore", Kind.DIRECTIVE, Structural.IGNORE)
            .disc("circle-slash", "#BC3A12")
            .example(Fields.EMPTY)
            .make(MakeEquivalent.of("builtin:Ignore", node -> MakeTranslation.exact(Fields.EMPTY)))
            .words("""
                    app = If this fails… | En cas d’échec…
                    name = Ignore | Ignorer
                    help = Drops the bundle on which the module failed. The other bundles go on, and the run counts as a success. | Abandonne le lot sur lequel le module a échoué. Les autres lots continuent et l’exécution compte comme réussie.
                    keywords = skip, drop, swallow, error handler, directive | sauter, abandonner, erreur, directive
                    """)
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }
}
