package dev.tutti.expression;

import java.util.List;
import java.util.Optional;

/** Whether a call can be right: the function exists, and has as many arguments as it needs. */
final class Signatures {
    private Signatures() {}

    static List<Problem> check(String name, int given, int from, int nameTo, int callTo) {
        Optional<FunctionSpec> known = Functions.find(name).map(Functions.Entry::spec);
        if (known.isEmpty()) {
            return List.of(Suggestion.forFunction(name, from, nameTo));
        }
        FunctionSpec spec = known.get();
        if (given < spec.least()) {
            return List.of(Problem.error("few", from, callTo, name, spec.least(), given)
                    .advise("signature", spec.signature()));
        }
        return given > spec.most()
                ? List.of(Problem.warning("many", from, callTo, name, spec.most(), given)
                        .advise("signature", spec.signature()))
                : List.of();
    }
}
