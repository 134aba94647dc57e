package dev.tutti.scenario.make;

import dev.tutti.scenario.exchange.Look;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/** Gives each node of a file its number here: the one it has there, unless that is taken, missing or too large. */
final class MakeNumbers {

    /** The highest number a module can have. */
    private static final int HIGHEST = dev.tutti.scenario.Node.HIGHEST;

    /** The members of a node that hold more nodes, directly or in {@code flow}. */
    private static final List<String> INNER = List.of("routes", "branches", "tools", "onerror");

    private final IdentityHashMap<Fields, Integer> byNode = new IdentityHashMap<>();
    private final Map<Integer, Integer> moved = new HashMap<>();
    private final Set<Integer> extra = new java.util.HashSet<>();
    private int next = 1;

    static MakeNumbers of(MakeFile file) {
        MakeNumbers numbers = new MakeNumbers();
        List<Fields> unnumbered = new ArrayList<>();
        Set<Integer> taken = new java.util.HashSet<>();
        Consumer<Fields> visitor = node -> {
            OptionalInt id = Look.whole(node.get("id"));
            if (id.isPresent() && id.getAsInt() >= 1 && id.getAsInt() <= HIGHEST && taken.add(id.getAsInt())) {
                numbers.byNode.put(node, id.getAsInt());
                numbers.next = Math.max(numbers.next, id.getAsInt() + 1);
            } else {
                unnumbered.add(node);
            }
        };
        visit(file.flow(), visitor);
        file.loose().forEach(flow -> visit(flow, visitor));
        int free = 1;
        for (Fields node : unnumbered) {
            while (taken.contains(free)) {
                free++;
            }
            taken.add(free);
            numbers.byNode.put(node, free);
            numbers.next = Math.max(numbers.next, free + 1);
            OptionalInt old = Look.whole(node.get("id"));
            if (old.isPresent() && !taken.contains(old.getAsInt())) {
                numbers.moved.putIfAbsent(old.getAsInt(), free);
            }
        }
        return numbers;
    }

    private static void visit(Items flow, Consumer<Fields> visitor) {
        for (Value item : flow.items()) {
            if (item instanceof Fields node && node.has("module")) {
                visitor.accept(node);
                for (String member : INNER) {
                    if (node.get(member) instanceof Items inner) {
                        visitInner(inner, visitor);
                    }
                }
            }
        }
    }

    private static void visitInner(Items inner, Consumer<Fields> visitor) {
        visit(inner, visitor);
        for (Value route : inner.items()) {
            if (route instanceof Fields fields && !fields.has("module") && fields.get("flow") instanceof Items flow) {
                visit(flow, visitor);
            }
        }
    }

    int of(Fields node) {
        return byNode.getOrDefault(node, 0);
    }

    /** Whether the node could not keep its number. */
    boolean changed(Fields node) {
        return !Look.whole(node.get("id")).equals(OptionalInt.of(of(node)));
    }

    /** The numbers that mappings must use instead of those that they name. */
    Map<Integer, Integer> moved() {
        return moved;
    }

    int count() {
        return byNode.size();
    }

    /** A number for a module that the file does not have; 0 where there is none left. */
    int fresh() {
        if (next <= HIGHEST) {
            return next++;
        }
        for (int no = 1; no <= HIGHEST; no++) {
            if (!byNode.containsValue(no) && extra.add(no)) {
                return no;
            }
        }
        return 0;
    }
}
