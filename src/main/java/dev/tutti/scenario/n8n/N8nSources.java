package dev.tutti.scenario.n8n;

import dev.tutti.scenario.exchange.Look;
import dev.tutti.scenario.n8n.JsTokens.Beyond;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds where data is: n8n hands an item from node to node, and nodes that only decide or wait hand on what they were
 * given, while here everything is read from the module that made it.
 */
final class N8nSources {

    private static final Set<String> HAND_ON =
            Set.of("if", "switch", "wait", "respondToWebhook", "stopAndError", "router", "noOp", "filter", "merge");

    /** How many nodes may hand an item on before the one that made it is found. */
    private static final int DEEPEST = 200;

    private final N8nGraph graph;

    /** For each Merge: the names that are read behind it, with the value of each of its branches. */
    final Map<String, Map<String, List<String>>> merged = new LinkedHashMap<>();

    /** The webhooks whose headers are read. */
    final Set<String> headers = new HashSet<>();

    private final Map<String, Map<Integer, String>> meetings;

    /** @param meetings where each branch comes from that leads to a Merge, by the output of its If or Switch */
    N8nSources(N8nGraph graph, Map<String, Map<Integer, String>> meetings) {
        this.graph = graph;
        this.meetings = meetings;
    }

    /** What the names in this node mean. */
    N8nData at(String node) {
        return new N8nData() {
            @Override
            public String current(List<String> path) {
                return into(node, path, 0);
            }

            @Override
            public String of(String other, List<String> path) {
                return from(other, path, 0);
            }
        };
    }

    private String into(String node, List<String> path, int depth) {
        List<N8nGraph.Edge> in = graph.in(node);
        if (in.isEmpty() || depth > DEEPEST) {
            throw new Beyond();
        }
        return from(in.getFirst().from(), path, depth + 1);
    }

    private String from(String name, List<String> path, int depth) {
        N8nNode node = graph.nodes.get(name);
        if (node == null) {
            String other = graph.instead.get(name);
            if (other == null || depth > DEEPEST) {
                throw new Beyond();
            }
            return from(other, path, depth + 1);
        }
        if (node.is("meeting")) {
            return meeting(node, path, depth);
        }
        if (HAND_ON.contains(node.type())) {
            return into(name, path, depth + 1);
        }
        return switch (node.type()) {
            case "webhook" -> webhook(node, path);
            case "httpRequest" -> request(node, path);
            case "set" -> set(node, path, depth);
            case "splitOut", "itemLists" ->
                path.equals(List.of(Look.text(node.parameters(), "fieldToSplitOut")))
                        ? path(node, List.of("value"))
                        : path(node, path);
            case "aggregate" -> aggregate(node, path);
            case "scheduleTrigger", "cron", "interval" -> path(node, path.isEmpty() ? path : List.of("firedAt"));
            default -> path(node, path);
        };
    }

    /** Behind a Merge: one value for each branch, under a name of its own. */
    private String meeting(N8nNode node, List<String> path, int depth) {
        if (path.isEmpty()) {
            throw new Beyond();
        }
        String name = String.join("_", path).replaceAll("[^A-Za-z0-9_]", "");
        Map<String, List<String>> outputs = merged.computeIfAbsent(node.name(), _ -> new LinkedHashMap<>());
        if (!outputs.containsKey(name)) {
            List<String> values = new ArrayList<>();
            outputs.put(name, values);
            Map<Integer, String> branches = meetings.getOrDefault(node.name(), Map.of());
            int most =
                    branches.keySet().stream().mapToInt(output -> output).max().orElse(-1);
            for (int output = 0; output <= most; output++) {
                values.add(branches.containsKey(output) ? branch(branches.get(output), path, depth) : "");
            }
        }
        return path(node, List.of(name));
    }

    private String branch(String from, List<String> path, int depth) {
        try {
            return "{{" + from(from, path, depth + 1) + "}}";
        } catch (Beyond beyond) {
            return "";
        }
    }

    private String webhook(N8nNode node, List<String> path) {
        if (path.isEmpty()) {
            return path(node, path);
        }
        List<String> rest = path.subList(1, path.size());
        return switch (path.getFirst()) {
            case "body", "query" -> path(node, rest);
            case "headers" -> {
                if (rest.size() != 1) {
                    throw new Beyond();
                }
                headers.add(node.name());
                yield "get(map(" + path(node, List.of("__IMTHEADERS__")) + "; \"value\"; \"name\"; "
                        + JsExpression.quoted(rest.getFirst()) + "); 1)";
            }
            case "params", "webhookUrl", "executionMode" -> throw new Beyond();
            default -> path(node, path);
        };
    }

    private static String request(N8nNode node, List<String> path) {
        Fields response = Look.fields(Look.fields(Look.fields(node.parameters(), "options"), "response"), "response");
        List<String> ours = new ArrayList<>(path);
        if (!Look.yes(response, "fullResponse", false)) {
            ours.addFirst("data");
        } else if (!path.isEmpty() && path.getFirst().equals("body")) {
            ours.set(0, "data");
        }
        return path(node, ours);
    }

    private String set(N8nNode node, List<String> path, int depth) {
        List<Fields> assigned = N8nSet.assigned(node);
        for (int length = path.size(); length > 0; length--) {
            String name = String.join(".", path.subList(0, length));
            if (assigned.stream().anyMatch(one -> Look.text(one, "name").equals(name))) {
                List<String> ours = new ArrayList<>(List.of(name));
                ours.addAll(path.subList(length, path.size()));
                return path(node, ours);
            }
        }
        return N8nSet.keepsOthers(node) ? into(node.name(), path, depth + 1) : path(node, path);
    }

    private static String aggregate(N8nNode node, List<String> path) {
        if (path.isEmpty()) {
            throw new Beyond();
        }
        String array = path(node, List.of("array"));
        String name = path.getFirst();
        String item = N8nSet.whole(node) ? "item" : name;
        String list = "map(" + array + "; " + JsExpression.quoted(item) + ")";
        if (path.size() == 1) {
            return list;
        }
        if (path.size() == 2 && path.get(1).matches("\\[\\d+]")) {
            return "get(" + list + "; " + path.get(1).substring(1, path.get(1).length() - 1) + ")";
        }
        throw new Beyond();
    }

    /** A path of ours; without names the whole bundle. */
    static String path(N8nNode node, List<String> path) {
        if (path.isEmpty()) {
            return "`" + node.no() + "`";
        }
        StringBuilder ours = new StringBuilder().append(node.no());
        for (String part : path) {
            if (part.matches("\\[\\d+]")) {
                ours.append(part);
            } else if (part.matches("[\\p{L}_$][\\p{L}\\p{N}_$]*")) {
                ours.append('.').append(part);
            } else if (part.isEmpty() || part.contains("`")) {
                throw new Beyond();
            } else {
                ours.append(".`").append(part).append('`');
            }
        }
        return ours.toString();
    }

    static Items texts(List<String> values) {
        return new Items(values.stream().<Value>map(Text::of).toList());
    }
}
