package dev.tutti.scenario.n8n;

import dev.tutti.scenario.ImportReport.Grade;
import dev.tutti.scenario.exchange.Findings;
import dev.tutti.scenario.n8n.N8nGraph.Edge;
import dev.tutti.value.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Brings a workflow into a form that our links can have: loops over batches become plain ways, a node with several
 * followers gets a router, and where the branches of one If or Switch meet stands a Merge.
 */
final class N8nShape {

    private final N8nGraph graph;
    private final Findings report;

    /** For each meeting: where each branch comes from, by the output of the If or Switch. */
    final Map<String, Map<Integer, String>> meetings = new HashMap<>();

    private final Map<String, String> gates = new HashMap<>();

    N8nShape(N8nGraph graph, Findings report) {
        this.graph = graph;
        this.report = report;
    }

    void arrange() {
        for (N8nNode node : List.copyOf(graph.nodes.values())) {
            if (node.is("splitInBatches")) {
                batches(node);
            } else if (node.is("manualTrigger", "start")) {
                left(node, "manual");
                graph.drop(node.name(), Optional.empty());
            }
        }
        graph.back.stream()
                .map(Edge::to)
                .distinct()
                .map(graph.nodes::get)
                .filter(node -> node != null)
                .forEach(node -> report.differs(node.no(), Message.of("exchange.n8n.loop")));
        for (N8nNode node : List.copyOf(graph.nodes.values())) {
            fanOut(node);
        }
        for (N8nNode node : List.copyOf(graph.nodes.values())) {
            meet(node);
        }
    }

    private void left(N8nNode node, String why) {
        report.module(-node.no(), node.type(), Grade.EXACT);
        report.note(-node.no(), Message.of("exchange.n8n." + why));
    }

    /** Here each bundle goes its way alone, so that a loop over batches is a plain way; what follows it collects. */
    private void batches(N8nNode node) {
        int loop = node.version() >= 3 ? 1 : 0;
        List<Edge> done = graph.out(node.name()).stream()
                .filter(edge -> edge.output() != loop)
                .toList();
        List<String> ends = graph.back.stream()
                .filter(edge -> edge.to().equals(node.name()))
                .map(Edge::from)
                .filter(graph.nodes::containsKey)
                .distinct()
                .toList();
        graph.back.removeIf(edge -> edge.to().equals(node.name()));
        if (!done.isEmpty() && !ends.isEmpty()) {
            N8nNode collected = graph.make(node.name() + " (done)", "done", node);
            report.module(collected.no(), node.type(), Grade.APPROXIMATE);
            graph.remove(done);
            done.forEach(edge -> graph.add(new Edge(collected.name(), 0, edge.to(), Optional.empty())));
            ends.forEach(end -> graph.add(new Edge(end, 0, collected.name(), Optional.empty())));
        }
        report.module(-node.no(), node.type(), Grade.APPROXIMATE);
        report.note(-node.no(), Message.of("exchange.n8n.batches"));
        graph.drop(node.name(), Optional.empty());
    }

    /** The output through which errors leave, if the node has one. */
    static int errorOutput(N8nNode node) {
        return dev.tutti.scenario.exchange.Look.text(node.raw(), "onError").equals("continueErrorOutput")
                ? node.is("if") ? 2 : node.is("switch") ? Integer.MAX_VALUE : 1
                : Integer.MAX_VALUE;
    }

    private void fanOut(N8nNode node) {
        Map<Integer, List<Edge>> byOutput = new TreeMap<>();
        graph.out(node.name())
                .forEach(edge -> byOutput.computeIfAbsent(edge.output(), _ -> new ArrayList<>())
                        .add(edge));
        byOutput.forEach((output, edges) -> {
            if (edges.size() > 1) {
                N8nNode router = graph.make(node.name() + " →", "router", node);
                graph.remove(edges);
                graph.add(new Edge(node.name(), output, router.name(), Optional.empty()));
                for (int i = 0; i < edges.size(); i++) {
                    graph.add(new Edge(
                            router.name(), i, edges.get(i).to(), edges.get(i).filter()));
                }
            }
        });
    }

    private void meet(N8nNode node) {
        List<Edge> in = graph.in(node.name());
        if (in.size() < 2) {
            return;
        }
        Map<Integer, String> branches = new TreeMap<>();
        String gate = "";
        for (Edge edge : in) {
            Edge first = branch(edge);
            if (first == null || !gate.isEmpty() && !gate.equals(first.from())) {
                return;
            }
            gate = first.from();
            branches.putIfAbsent(first.output(), edge.from());
        }
        N8nNode meeting;
        if (node.is("merge")) {
            meeting = new N8nNode(
                    node.no(), node.name(), "meeting", node.version(), node.parameters(), node.at(), node.raw());
            graph.nodes.put(node.name(), meeting);
        } else {
            meeting = graph.make("→ " + node.name(), "meeting", node);
            graph.remove(in);
            in.stream()
                    .sorted(Comparator.comparingInt(Edge::output))
                    .forEach(edge -> graph.add(edge.to(meeting.name())));
            graph.add(new Edge(meeting.name(), 0, node.name(), Optional.empty()));
        }
        meetings.put(meeting.name(), branches);
        gates.put(meeting.name(), gate);
    }

    /** The connection by which this one left its If or Switch; null where it comes from none. */
    private @Nullable Edge branch(Edge edge) {
        Edge here = edge;
        for (int i = 0; i <= graph.nodes.size(); i++) {
            N8nNode from = graph.node(here.from());
            if (from.branches()) {
                return here;
            }
            String before = gates.getOrDefault(from.name(), from.name());
            List<Edge> in = graph.in(before);
            if (in.size() != 1) {
                return null;
            }
            here = in.getFirst();
        }
        return null;
    }

    /** The If or Switch whose branches meet here. */
    String gate(String meeting) {
        return gates.getOrDefault(meeting, "");
    }
}
