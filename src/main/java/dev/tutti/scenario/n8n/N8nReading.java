package dev.tutti.scenario.n8n;

import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Modules;
import dev.tutti.scenario.exchange.Findings;
import dev.tutti.scenario.exchange.Foreign;
import dev.tutti.scenario.exchange.Look;
import dev.tutti.scenario.exchange.Reading;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Workflows of n8n: as downloaded, as copied from its canvas, or as its API and its command line give them. */
@Component
@Order(2)
public final class N8nReading implements Foreign {

    private static final int MOST_NODES = 1_500;
    private static final int MOST_CONNECTIONS = 4_000;
    private static final int MOST_WRAPPINGS = 4;

    private final Modules modules;

    public N8nReading(Modules modules) {
        this.modules = modules;
    }

    @Override
    public Optional<Reading> read(Value file, Locale locale) {
        return workflow(file, 0).map(workflow -> {
            Items nodes = Look.items(workflow, "nodes");
            if (nodes.size() > MOST_NODES) {
                return Reading.rejected("too-many-modules", MOST_NODES);
            }
            N8nGraph graph = N8nGraph.of(nodes, Look.fields(workflow, "connections"));
            if (graph.size() > MOST_CONNECTIONS) {
                return Reading.rejected("too-many-links", MOST_CONNECTIONS);
            }
            Findings report = new Findings("n8n");
            N8nDrawing drawing = new N8nDrawing(graph, report, this::version, locale);
            return Reading.of(Look.name(workflow.get("name")), drawing.draw(workflow), report, _ -> false);
        });
    }

    private Optional<Integer> version(String ref) {
        return modules.find(ref).map(ModuleSpec::version);
    }

    private static Optional<Fields> workflow(Value value, int wrappings) {
        if (wrappings > MOST_WRAPPINGS) {
            return Optional.empty();
        }
        return switch (value) {
            case Items(List<Value> list) when list.size() == 1 -> workflow(list.getFirst(), wrappings + 1);
            case Fields fields when ofN8n(fields) -> Optional.of(fields);
            case Fields fields ->
                List.of("workflow", "data").stream()
                        .map(fields::get)
                        .filter(Fields.class::isInstance)
                        .map(inner -> workflow(inner, wrappings + 1))
                        .flatMap(Optional::stream)
                        .findFirst();
            default -> Optional.empty();
        };
    }

    private static boolean ofN8n(Fields fields) {
        return fields.get("nodes") instanceof Items nodes
                && !fields.has("flow")
                && (fields.get("connections") instanceof Fields || nodes.size() > 0)
                && nodes.items().stream()
                        .allMatch(node -> !(node instanceof Fields one) || one.has("type") || one.isEmpty());
    }
}
