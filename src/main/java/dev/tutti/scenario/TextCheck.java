package dev.tutti.scenario;

import dev.tutti.expression.Expression;
import dev.tutti.expression.Parse;
import dev.tutti.expression.Reference;
import dev.tutti.expression.Template;
import dev.tutti.workspace.Variables;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** One mapped text: can it be read, and is what it refers to there when it is filled in. */
@Component
final class TextCheck {

    private final Catalogue catalogue;
    private final Predicate<String> variables;

    @Autowired
    TextCheck(Catalogue catalogue, Variables variables) {
        this(catalogue, name -> variables.find(name).isPresent());
    }

    /** @param variables whether the workspace has a variable of this name */
    TextCheck(Catalogue catalogue, Predicate<String> variables) {
        this.catalogue = catalogue;
        this.variables = variables;
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
            named(reference, at, flow, report);
            return;
        }
        Node module = flow.module(read).orElse(null);
        if (module == null) {
            report.accept(placed(Problem.error("missing-reference", read), reference));
            return;
        }
        boolean error = reference.path().stream().findFirst().equals(Optional.of("error"));
        if (error) {
            if (!flow.failing(at).contains(read)) {
                report.accept(placed(Problem.warning("error-outside-route", read), reference));
            }
            return;
        }
        if (flow.failing(at).equals(Set.of(read))) {
            report.accept(placed(Problem.warning("failed-reference", read), reference));
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
        } else if (module.module().equals(NodeOutputs.START)) {
            unknownInput(reference, module, flow, report);
        } else {
            unknownField(reference, module, report);
        }
    }

    /** Data that is no module's: what went wrong, inputs of the scenario, variables of the workspace. */
    private void named(Reference reference, int at, Flow flow, Consumer<Problem> report) {
        if (!(reference.pick().head() instanceof Expression.Head.Named(String head))) {
            return;
        }
        List<String> path = reference.path();
        if (head.equals("error") && flow.entries(at).isEmpty()) {
            report.accept(placed(Problem.error("error-outside-routes"), reference));
        }
        if (!head.equals("var") || path.size() < 2) {
            return;
        }
        String name = path.get(1);
        if (path.getFirst().equals("input")
                && flow.blueprint().settings().inputs().stream()
                        .noneMatch(input -> input.name().equals(name))) {
            report.accept(placed(Problem.warning("unknown-input", name), reference));
        }
        if (path.getFirst().equals("workspace") && !variables.test(name)) {
            report.accept(placed(Problem.warning("unknown-variable", name), reference));
        }
    }

    private static void unknownInput(Reference reference, Node module, Flow flow, Consumer<Problem> report) {
        List<Parameter> inputs = flow.blueprint().settings().inputs();
        String first = reference.path().stream().findFirst().orElse("");
        if (!inputs.isEmpty()
                && !first.isEmpty()
                && inputs.stream().noneMatch(input -> input.name().equals(first))) {
            report.accept(placed(Problem.warning("unknown-output", module.no(), first), reference));
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
