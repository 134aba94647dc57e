package dev.tutti.scenario.n8n;

import dev.tutti.scenario.exchange.Filters;
import dev.tutti.scenario.exchange.Findings;
import dev.tutti.scenario.exchange.Look;
import dev.tutti.scenario.exchange.Sheet;
import dev.tutti.scenario.n8n.N8nGraph.Edge;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Message;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The links of a workflow: the ways out of If and Switch with their conditions, and what happens on errors. */
final class N8nLinks {

    private final N8nGraph graph;
    private final N8nNodes nodes;
    private final Findings report;
    private final Sheet sheet;
    private final Locale locale;
    private int next;

    N8nLinks(N8nGraph graph, N8nNodes nodes, Findings report, Sheet sheet, Locale locale) {
        this.graph = graph;
        this.nodes = nodes;
        this.report = report;
        this.sheet = sheet;
        this.locale = locale;
    }

    /** What the conditions of a node let pass; empty where that is everything. */
    static Optional<Fields> conditions(N8nNode node, N8nNodes nodes, Findings report) {
        Fields parameters = node.parameters();
        return reader(node, nodes, report)
                .of(Look.fields(parameters, "conditions"), Look.text(parameters, "combineOperation"));
    }

    private static N8nConditions reader(N8nNode node, N8nNodes nodes, Findings report) {
        return new N8nConditions(nodes.text(node), note -> report.differs(node.no(), note));
    }

    void draw() {
        next = sheet.pieces.stream().mapToInt(Sheet.Piece::no).max().orElse(0) + 1;
        for (N8nNode node : graph.nodes.values()) {
            List<Edge> out = graph.out(node.name()).stream()
                    .sorted(Comparator.comparingInt(Edge::output))
                    .toList();
            if (node.branches()) {
                branches(node, out);
            } else {
                out.stream()
                        .filter(edge -> edge.output() != N8nShape.errorOutput(node))
                        .forEach(edge -> link(node, edge, Optional.empty(), false));
            }
            out.stream()
                    .filter(edge -> edge.output() == N8nShape.errorOutput(node))
                    .forEach(edge -> failing(node, edge));
        }
    }

    private void branches(N8nNode node, List<Edge> out) {
        List<Optional<Fields>> ways = ways(node);
        int otherwise = otherwise(node, ways.size());
        for (int output = 0; output <= Math.max(ways.size() - 1, otherwise); output++) {
            boolean fallback = output == otherwise;
            Optional<Fields> filter = fallback || output >= ways.size() ? Optional.empty() : ways.get(output);
            int wanted = output;
            List<Edge> edges =
                    out.stream().filter(edge -> edge.output() == wanted).toList();
            if (edges.isEmpty() && !fallback) {
                Sheet.Piece nothing = nothing(node, output);
                link(node, new Edge(node.name(), output, "", Optional.empty()), nothing.no(), filter, false);
            }
            edges.forEach(edge -> link(node, edge, filter, fallback));
        }
    }

    /** The conditions of each output, in order. */
    private List<Optional<Fields>> ways(N8nNode node) {
        Fields parameters = node.parameters();
        if (node.is("if")) {
            return List.of(conditions(node, nodes, report));
        }
        List<Optional<Fields>> ways = new ArrayList<>();
        N8nConditions reader = reader(node, nodes, report);
        Fields rules = Look.fields(parameters, "rules");
        for (Fields rule : Look.each(rules, rules.has("values") ? "values" : "rules")) {
            if (rule.get("conditions") instanceof Fields conditions) {
                ways.add(reader.of(conditions, ""));
            } else {
                String type = Look.text(parameters, "dataType");
                Fields row = Fields.of(
                        "leftValue", parameters.get("value1"),
                        "rightValue", rule.get("value2"),
                        "operator",
                                Fields.of(
                                        "type",
                                        Text.of(type.isEmpty() ? "number" : type),
                                        "operation",
                                        rule.has("operation") ? rule.get("operation") : Text.of("equal")));
                ways.add(Optional.of(Fields.of("conditions", Items.of(Items.of(reader.row(row, false))))));
            }
        }
        if (Look.text(parameters, "mode").equals("expression")) {
            int outputs =
                    graph.out(node.name()).stream().mapToInt(Edge::output).max().orElse(-1);
            String value = nodes.text(node).scalar(parameters.get("output"));
            for (int i = 0; i <= outputs; i++) {
                Value row =
                        Fields.of("a", Text.of(value), "o", Text.of("number:equal"), "b", Text.of(String.valueOf(i)));
                ways.add(Optional.of(Fields.of("conditions", Items.of(Items.of(row)))));
            }
        }
        return ways;
    }

    private static int otherwise(N8nNode node, int rules) {
        if (node.is("if")) {
            return 1;
        }
        String extra = node.option("fallbackOutput");
        String old = Look.text(node.parameters(), "fallbackOutput");
        if (extra.equals("extra")) {
            return rules;
        }
        return Look.whole(Text.of(extra.isEmpty() ? old : extra)).orElse(-1);
    }

    private Sheet.Piece nothing(N8nNode node, int output) {
        Sheet.Piece piece = new Sheet.Piece(
                next++,
                N8nNodes.NOTHING,
                1,
                Optional.of(Message.of("exchange.nothing").in(locale)),
                Sheet.Spot.of(node.at().x() + 320.0, node.at().y() + 120.0 * output),
                Fields.EMPTY,
                true,
                Fields.EMPTY);
        sheet.pieces.add(piece);
        return piece;
    }

    private void link(N8nNode node, Edge edge, Optional<Fields> filter, boolean fallback) {
        link(node, edge, graph.node(edge.to()).no(), filter, fallback);
    }

    private void link(N8nNode node, Edge edge, int to, Optional<Fields> filter, boolean fallback) {
        Sheet.Way way = new Sheet.Way(
                node.no(),
                to,
                edge.output() + 1,
                Optional.empty(),
                Filters.both(filter, edge.filter()),
                fallback,
                false,
                false,
                Items.EMPTY);
        if (!sheet.link(way) && to != node.no()) {
            Sheet.Piece between = nothing(node, edge.output());
            sheet.link(new Sheet.Way(
                    way.from(),
                    between.no(),
                    way.order(),
                    way.name(),
                    way.filter(),
                    fallback,
                    false,
                    false,
                    Items.EMPTY));
            sheet.link(Sheet.Way.plain(between.no(), to));
        }
    }

    private void failing(N8nNode node, Edge edge) {
        sheet.link(error(node.no(), graph.node(edge.to()).no()));
    }

    private static Sheet.Way error(int from, int to) {
        return new Sheet.Way(from, to, 1, Optional.empty(), Optional.empty(), false, false, true, Items.EMPTY);
    }

    /** Nodes that go on after an error, with the error in the place of their data. */
    void failures() {
        for (N8nNode node : graph.nodes.values()) {
            boolean goesOn = Look.text(node.raw(), "onError").equals("continueRegularOutput")
                    || Look.yes(node.raw(), "continueOnFail", false);
            if (goesOn && !node.branches()) {
                Items fields = Items.of(
                        Fields.of("name", Text.of("error"), "value", Text.of("{{" + node.no() + ".error.message}}")));
                Sheet.Piece resume = new Sheet.Piece(
                        next++,
                        "error:resume",
                        1,
                        Optional.empty(),
                        Sheet.Spot.of(node.at().x() + 160.0, node.at().y() + 140.0),
                        Fields.of("fields", fields),
                        false,
                        Fields.EMPTY);
                sheet.pieces.add(resume);
                sheet.link(error(node.no(), resume.no()));
            }
        }
    }
}
