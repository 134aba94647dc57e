package dev.tutti.scenario;

import dev.tutti.expression.Parse;
import dev.tutti.expression.Reference;
import dev.tutti.expression.Template;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** One mapped text: can it be read, and is what it refers to there when it is filled in. */
@Component
final class TextCheck {

    private final Catalogue catalogue;

    TextCheck(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @param at the module in whose form, or before which, the text stands */
    void check(String text, int at, Flow flow, SpanMap spans, Consumer<Problem> report) {
        if (!Templates.mapped(text)) {
            return;
        }
        Parse parse = Templates.parse(text);
        parse.problems().forEach(found -> report.accept(Problem.of(found)));
        if (flow.ordered() && flow.reaches(at)) {
            for (Reference reference : parse.ok().map(Template::references).orElse(List.of())) {
                reference(reference, at, flow, spans, report);
            }
        }
    }

    private void reference(Reference reference, int at, Flow flow, SpanMap spans, Consumer<Problem> report) {
        int read = reference.module();
        if (read < 0) {
            return;
        }
        Node module = flow.module(read).orElse(null);
        if (module == null) {
            report.accept(placed(Problem.error("missing-reference", read), reference));
            return;
        }
        if (!flow.isBefore(read, at)) {
            report.accept(placed(
                    new Problem(
                            Problem.Severity.ERROR,
                            "missing-reference",
                            dev.tutti.value.Message.of("scenario.problem.reference-not-before", read),
                            java.util.Optional.of(
                                    dev.tutti.value.Message.of("scenario.problem.reference-not-before.advice", read)),
                            OptionalInt.empty(),
                            java.util.Optional.empty(),
                            java.util.Optional.empty(),
                            OptionalInt.empty(),
                            OptionalInt.empty()),
                    reference));
            return;
        }
        OptionalInt aggregator = spans.closed(read, at);
        if (aggregator.isPresent()) {
            report.accept(placed(Problem.error("closed-reference", read, aggregator.getAsInt()), reference));
        } else if (module.disabled()) {
            report.accept(placed(Problem.warning("disabled-reference", read), reference));
        } else {
            unknownField(reference, module, report);
        }
    }

    private void unknownField(Reference reference, Node module, Consumer<Problem> report) {
        String first = reference.path().stream().findFirst().orElse("");
        boolean telling =
                catalogue.find(module.module()).filter(spec -> !spec.open()).isPresent();
        if (!telling || first.isEmpty() || first.equals("[]") || first.startsWith("__IMT") || first.equals("error")) {
            return;
        }
        var outputs = catalogue.modules().outputs(module.module(), module.values());
        if (!outputs.isEmpty()
                && outputs.stream().noneMatch(output -> output.key().equals(first))) {
            report.accept(placed(Problem.warning("unknown-output", module.no(), first), reference));
        }
    }

    private static Problem placed(Problem problem, Reference reference) {
        return problem.span(reference.from(), reference.to());
    }
}
