package dev.tutti.scenario;

import dev.tutti.connector.FieldType;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** The filter of one link, and whether its marks make sense. */
@Component
final class LinkCheck {

    private final Catalogue catalogue;
    private final TextCheck texts;

    LinkCheck(Catalogue catalogue, TextCheck texts) {
        this.catalogue = catalogue;
        this.texts = texts;
    }

    void check(Link link, Flow flow, SpanMap spans, Consumer<Problem> report) {
        if (link.fallback()
                && flow.module(link.from()).filter(catalogue::routes).isEmpty()) {
            report.accept(Problem.warning("fallback-without-router"));
        }
        link.filter().ifPresent(filter -> {
            for (int group = 0; group < filter.conditions().size(); group++) {
                List<LinkFilter.Row> rows = filter.conditions().get(group);
                for (int row = 0; row < rows.size(); row++) {
                    String path = "filter[" + group + "][" + row + "]";
                    row(rows.get(row), path, link, flow, spans, report);
                }
            }
        });
    }

    private void row(LinkFilter.Row row, String path, Link link, Flow flow, SpanMap spans, Consumer<Problem> report) {
        if (!Operators.known(row.o())) {
            report.accept(Problem.error("unknown-operator", row.o()).at(path + ".o"));
            return;
        }
        if (row.a().isBlank()) {
            report.accept(Problem.error("empty-operand").at(path + ".a"));
        }
        boolean two = Operators.hasTwoOperands(row.o());
        if (two && row.b().filter(b -> !b.isBlank()).isEmpty()) {
            report.accept(Problem.warning("empty-right-operand").at(path + ".b"));
        }
        texts.check(row.a(), link.to(), flow, spans, problem -> report.accept(problem.at(path + ".a")));
        row.b().filter(_ -> two).ifPresent(b -> {
            texts.check(b, link.to(), flow, spans, problem -> report.accept(problem.at(path + ".b")));
            if (Operators.equalAsText(row.o()) && Operators.lonePill(row.a())) {
                if (Operators.looksLikeANumber(b)) {
                    report.accept(Problem.warning("text-or-number", b).at(path + ".o"));
                } else if (isNumber(row.a(), flow)) {
                    report.accept(Problem.warning("number-as-text", row.a()).at(path + ".o"));
                }
            }
        });
    }

    /** Whether a pill stands for what its module says is a number. */
    private boolean isNumber(String pill, Flow flow) {
        return Templates.parse(pill).ok().stream()
                .flatMap(template -> template.references().stream())
                .filter(reference -> reference.path().size() == 1)
                .anyMatch(reference -> flow.module(reference.module()).stream()
                        .flatMap(module -> catalogue.modules().outputs(module.module(), module.values()).stream())
                        .anyMatch(output ->
                                output.key().equals(reference.path().getFirst()) && output.type() == FieldType.NUMBER));
    }
}
