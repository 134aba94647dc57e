package dev.tutti.scenario;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** Counts what differs between two blueprints. Where things stand on the canvas makes no difference. */
final class Differences {

    private static final Position ANYWHERE = new Position(0, 0);

    private Differences() {}

    static int count(Blueprint one, Blueprint other) {
        return count(one.modules(), other.modules(), Node::no, node -> node.withAt(ANYWHERE))
                + count(one.links(), other.links(), link -> List.of(link.from(), link.to()), link -> link)
                + count(one.groups(), other.groups(), Group::id, group -> group)
                + count(one.notes(), other.notes(), Note::id, note -> note)
                + (one.settings().equals(other.settings()) ? 0 : 1);
    }

    private static <T, K> int count(List<T> one, List<T> other, Function<T, K> key, Function<T, T> essence) {
        Map<K, T> before = new HashMap<>();
        Map<K, T> after = new HashMap<>();
        one.forEach(part -> before.put(key.apply(part), essence.apply(part)));
        other.forEach(part -> after.put(key.apply(part), essence.apply(part)));
        Set<K> keys = new HashSet<>(before.keySet());
        keys.addAll(after.keySet());
        return (int) keys.stream()
                .filter(which -> !Objects.equals(before.get(which), after.get(which)))
                .count();
    }
}
