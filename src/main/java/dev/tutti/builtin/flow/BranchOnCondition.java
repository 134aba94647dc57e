package dev.tutti.builtin.flow;

import dev.tutti.connector.CatalogueOnly;
import dev.tutti.connector.Kind;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Structural;
import dev.tutti.value.Fields;
import org.springframework.stereotype.Component;

/** Sends each bundle down the first branch whose condition holds, and no other. Make's is taken apart by the import. */
@Component
final class BranchOnCondition implements CatalogueOnly {

    private static final ModuleSpec SPEC = ModuleSpec.structural("flow:ifElse", Kind.ROUTER, Structural.IF_ELSE)
            .disc("git-branch", "#14733A")
            .example(Fields.EMPTY)
            .words("""
                    name = If-else | Si-sinon
                    help = Sends each bundle down the first branch whose condition holds, and down no other. The “Otherwise” branch takes the rest. | Envoie chaque lot dans la première branche dont la condition est vraie, et dans aucune autre. La branche « Sinon » prend le reste.
                    keywords = if, else, condition, branch, first match, switch | si, sinon, condition, branche
                    """)
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }
}
