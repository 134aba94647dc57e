package dev.tutti.scenario.n8n;

import dev.tutti.scenario.exchange.Filters;
import dev.tutti.scenario.exchange.Look;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The nodes and connections of a workflow, while they are brought into a form that our links can have. */
final class N8nGraph {

    /**
     * One connection.
     *
     * @param output which of the ways out of {@code from}, from 0
     * @param filter what passes
     */
    record Edge(String from, int output, String to, Optional<Fields> filter) {
        Edge to(String other) {
            return new Edge(from, output, other, filter);
        }
    }

    final Map<String, N8nNode> nodes = new LinkedHashMap<>();
    private final List<Edge> edges = new ArrayList<>();
    private final Map<String, List<Edge>> in = new HashMap<>();
    private final Map<String, List<Edge>> out = new HashMap<>();

    /** Where the data of nodes that were taken out comes from. */
    final Map<String, String> instead = new HashMap<>();

    /** The connections that would have led back. */
    final List<Edge> back = new ArrayList<>();

    private int next = 1;

    static N8nGraph of(Items nodes, Fields connections) {
        N8nGraph graph = new N8nGraph();
        for (Value item : nodes.items()) {
            if (item instanceof Fields raw && !Look.text(raw, "type").endsWith(".stickyNote")) {
                N8nNode node = N8nNode.of(graph.next, raw);
                if (!node.type().isBlank() && graph.nodes.putIfAbsent(node.name(), node) == null) {
                    graph.next++;
                }
            }
        }
        connections.fields().forEach((from, outputs) -> {
            if (graph.nodes.containsKey(from) && outputs instanceof Fields kinds) {
                graph.connect(from, Look.items(kinds, "main"));
            }
        });
        graph.cutLoops();
        return graph;
    }

    private void connect(String from, Items outputs) {
        Set<List<Object>> known = new HashSet<>();
        for (int i = 0; i < outputs.size(); i++) {
            List<Value> targets = outputs.get(i) instanceof Items(List<Value> list) ? list : List.of();
            for (Value target : targets) {
                String to = target instanceof Fields fields ? Look.text(fields, "node") : "";
                if (nodes.containsKey(to) && known.add(List.of(i, to))) {
                    add(new Edge(from, i, to, Optional.empty()));
                }
            }
        }
    }

    N8nNode make(String name, String type, N8nNode beside) {
        String free = name;
        for (int i = 2; nodes.containsKey(free); i++) {
            free = name + " " + i;
        }
        N8nNode made = N8nNode.made(
                next++,
                free,
                type,
                new dev.tutti.scenario.exchange.Sheet.Spot(
                        beside.at().x() - 120, beside.at().y() + 60));
        nodes.put(free, made);
        return made;
    }

    /** The node of this name, which must exist. */
    N8nNode node(String name) {
        return Objects.requireNonNull(nodes.get(name), name);
    }

    List<Edge> out(String name) {
        return List.copyOf(out.getOrDefault(name, List.of()));
    }

    List<Edge> in(String name) {
        return List.copyOf(in.getOrDefault(name, List.of()));
    }

    void add(Edge edge) {
        edges.add(edge);
        out.computeIfAbsent(edge.from(), _ -> new ArrayList<>()).add(edge);
        in.computeIfAbsent(edge.to(), _ -> new ArrayList<>()).add(edge);
    }

    void remove(List<Edge> gone) {
        Set<Edge> all = new HashSet<>(gone);
        edges.removeAll(all);
        gone.forEach(edge -> {
            out.getOrDefault(edge.from(), List.of()).removeAll(all);
            in.getOrDefault(edge.to(), List.of()).removeAll(all);
        });
    }

    int size() {
        return edges.size();
    }

    /** Takes connections away that lead back to a node on the way to them; without recursion, for hostile depths. */
    private void cutLoops() {
        Set<String> entered = new HashSet<>();
        edges.forEach(edge -> entered.add(edge.to()));
        Map<String, Integer> state = new HashMap<>();
        List<String> starts = new ArrayList<>(
                nodes.keySet().stream().filter(name -> !entered.contains(name)).toList());
        starts.addAll(nodes.keySet());
        Map<String, Integer> position = new HashMap<>();
        for (String start : starts) {
            Deque<String> way = new ArrayDeque<>();
            if (state.putIfAbsent(start, 1) == null) {
                way.push(start);
            }
            while (!way.isEmpty()) {
                String here = way.peek();
                List<Edge> targets = out.getOrDefault(here, List.of());
                int index = position.merge(here, 1, Integer::sum) - 1;
                if (index >= targets.size()) {
                    state.put(here, 2);
                    way.pop();
                } else {
                    Edge edge = targets.get(index);
                    Integer seen = state.putIfAbsent(edge.to(), 1);
                    if (seen == null) {
                        way.push(edge.to());
                    } else if (seen == 1) {
                        back.add(edge);
                    }
                }
            }
        }
        remove(back);
    }

    /** Takes a node out; what led to it leads to what followed. */
    void drop(String name, Optional<Fields> filter) {
        List<Edge> before = in(name);
        List<Edge> after = out(name);
        before.stream().findFirst().ifPresent(edge -> instead.put(name, edge.from()));
        remove(before);
        remove(after);
        for (Edge one : before) {
            for (Edge other : after) {
                Optional<Fields> all = Filters.both(Filters.both(one.filter(), filter), other.filter());
                Edge joined = new Edge(one.from(), one.output(), other.to(), all);
                boolean there = out(joined.from()).stream()
                        .anyMatch(edge ->
                                edge.output() == joined.output() && edge.to().equals(joined.to()));
                if (!there) {
                    add(joined);
                }
            }
        }
        nodes.remove(name);
    }
}
