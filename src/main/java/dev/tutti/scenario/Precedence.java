package dev.tutti.scenario;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.traverse.TopologicalOrderIterator;

/** What lies before what in a graph without loops: on some way, and on every way. */
final class Precedence {

    private static final BitSet NONE = new BitSet();

    /** The numbers, each after those before it. */
    private final List<Integer> order = new ArrayList<>();

    /** The place of each number in that order. */
    private final Map<Integer, Integer> places = new HashMap<>();

    /** By number: the places of all that lies before it, on some way and on every way. */
    private final Map<Integer, BitSet> before = new HashMap<>();

    private final Map<Integer, BitSet> always = new HashMap<>();

    private Precedence() {}

    static Precedence of(Graph<Integer, DefaultEdge> graph) {
        Precedence precedence = new Precedence();
        new TopologicalOrderIterator<>(graph).forEachRemaining(no -> precedence.add(no, graph));
        return precedence;
    }

    private void add(int no, Graph<Integer, DefaultEdge> graph) {
        BitSet ancestors = new BitSet();
        BitSet dominators = null;
        for (DefaultEdge edge : graph.incomingEdgesOf(no)) {
            int from = graph.getEdgeSource(edge);
            int place = places.getOrDefault(from, 0);
            ancestors.or(before.getOrDefault(from, NONE));
            ancestors.set(place);
            BitSet through = (BitSet) always.getOrDefault(from, NONE).clone();
            through.set(place);
            if (dominators == null) {
                dominators = through;
            } else {
                dominators.and(through);
            }
        }
        before.put(no, ancestors);
        always.put(no, dominators == null ? new BitSet() : dominators);
        places.put(no, order.size());
        order.add(no);
    }

    List<Integer> order() {
        return order;
    }

    /** Whether some way leads from the one to the other. */
    boolean isBefore(int one, int other) {
        return places.containsKey(one) && before.getOrDefault(other, NONE).get(places.get(one));
    }

    /** Whether every way to the other leads through the one. */
    boolean isAlwaysBefore(int one, int other) {
        return places.containsKey(one) && always.getOrDefault(other, NONE).get(places.get(one));
    }

    /** All through which every way to this one leads, the nearest last. */
    List<Integer> alwaysBefore(int no) {
        return always.getOrDefault(no, NONE).stream().mapToObj(order::get).toList();
    }
}
