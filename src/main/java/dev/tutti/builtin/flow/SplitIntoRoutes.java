package dev.tutti.builtin.flow;

import dev.tutti.connector.CatalogueOnly;
import dev.tutti.connector.Kind;
import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Structural;
import dev.tutti.value.Fields;
import org.springframework.stereotype.Component;

/** Sends each bundle down every route that lets it in, one after another; the fallback comes last. */
@Component
final class SplitIntoRoutes implements CatalogueOnly {

    private static final ModuleSpec SPEC = ModuleSpec.structural("flow:router", Kind.ROUTER, Structural.ROUTER)
            .disc("split", "#14733A")
            .example(Fields.EMPTY)
            .make(MakeEquivalent.of("builtin:BasicRouter", node -> MakeTranslation.exact(Fields.EMPTY)))
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }
}
