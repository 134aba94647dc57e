package dev.tutti.scenario;

import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Nothing;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** The form of one module: does it exist, is it filled in, can its mappings be read. */
@Component
final class FormCheck {

    private final Catalogue catalogue;
    private final ConnectionCheck connections;
    private final CallCheck calls;
    private final TextCheck texts;

    FormCheck(Catalogue catalogue, ConnectionCheck connections, CallCheck calls, TextCheck texts) {
        this.catalogue = catalogue;
        this.connections = connections;
        this.calls = calls;
        this.texts = texts;
    }

    void check(Node module, Flow flow, SpanMap spans, Consumer<Problem> report) {
        if (module.disabled()) {
            return;
        }
        if (module.module().startsWith(Catalogue.INERT)) {
            report.accept(Problem.error("inert", module.module().substring(Catalogue.INERT.length())));
            return;
        }
        ModuleSpec spec = catalogue.find(module.module()).orElse(null);
        if (spec == null) {
            report.accept(Problem.error("unknown-module", module.module()));
            return;
        }
        if (module.version() > spec.version()) {
            report.accept(Problem.error("unknown-version", module.module(), module.version()));
        }
        connections.check(module, spec, report);
        calls.check(module, report);
        for (Field field : spec.fields()) {
            filled(field, field.key(), module.values(), report);
        }
        Leaf.texts(
                module.values(),
                (path, text) ->
                        texts.check(text, module.no(), flow, spans, problem -> report.accept(problem.at(path))));
        source(module, flow, spans, report);
    }

    private void filled(Field field, String path, Fields around, Consumer<Problem> report) {
        if (!shown(field, around)) {
            return;
        }
        Value value = around.get(field.key());
        if (field.required() && field.defaultValue() == null && empty(value)) {
            report.accept(Problem.error("missing-field", field.key()).at(path));
            return;
        }
        if (field.type() == FieldType.SELECT
                && value instanceof Text text
                && !text.text().isEmpty()
                && !field.options().isEmpty()
                && !field.options().contains(text.text())
                && !Templates.mapped(text.text())) {
            report.accept(Problem.warning("unknown-option", text.text(), String.join(", ", field.options()))
                    .at(path));
        }
        List<Field> parts = field.fields();
        if (!parts.isEmpty() && field.type() == FieldType.COLLECTION && value instanceof Fields inner) {
            parts.forEach(part -> filled(part, path + "." + part.key(), inner, report));
        } else if (!parts.isEmpty() && value instanceof Items items) {
            for (int i = 0; i < items.size(); i++) {
                if (items.get(i) instanceof Fields inner) {
                    String item = path + "[" + i + "]";
                    parts.forEach(part -> filled(part, item + "." + part.key(), inner, report));
                }
            }
        }
    }

    private static boolean empty(Value value) {
        return switch (value) {
            case Nothing _ -> true;
            case Text text -> text.text().isBlank();
            case Items items -> items.size() == 0;
            case Fields fields -> fields.isEmpty();
            default -> false;
        };
    }

    /** Whether the field it depends on has one of the values, or by itself defaults to one of them, or is mapped. */
    private boolean shown(Field field, Fields around) {
        return field.showIf()
                .map(condition -> switch (around.get(condition.field())) {
                    case Text text -> condition.values().contains(text.text()) || Templates.mapped(text.text());
                    case Nothing _ -> false;
                    case Value other -> condition.values().contains(plain(other));
                })
                .orElse(true);
    }

    private static String plain(Value value) {
        return dev.tutti.value.Json.write(value);
    }

    private void source(Node module, Flow flow, SpanMap spans, Consumer<Problem> report) {
        if (!SpanMap.aggregates(catalogue.role(module)) || !flow.reaches(module.no()) || !flow.ordered()) {
            return;
        }
        OptionalInt source = SpanMap.source(module);
        if (source.isEmpty()) {
            report.accept(Problem.error("missing-field", "source").at("source"));
        } else if (!flow.isAlwaysBefore(source.getAsInt(), module.no())
                || !flow.entries(source.getAsInt()).equals(flow.entries(module.no()))
                || flow.module(source.getAsInt()).filter(catalogue::routes).isPresent()
                || spans.hidden(source.getAsInt(), module.no())) {
            report.accept(Problem.error("source-not-before", source.getAsInt()).at("source"));
        }
    }
}
