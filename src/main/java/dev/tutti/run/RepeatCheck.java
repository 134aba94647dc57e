package dev.tutti.run;

import dev.tutti.engine.Entry;
import dev.tutti.scenario.Blueprint;
import dev.tutti.scenario.Link;
import dev.tutti.scenario.Node;
import dev.tutti.value.Fields;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a run can be repeated from a module on: the old run came to it, and all that stands before it is the same in
 * the version that is to run, or calls would be made again that nobody asked for.
 */
final class RepeatCheck {

    private final Blueprint then;
    private final Blueprint now;
    private final int from;
    private final Map<Integer, Fields> outputs;
    private final Set<Integer> after;

    /** @param outputs what modules before it are taken to have given out instead */
    RepeatCheck(Blueprint then, Blueprint now, int from, Map<Integer, Fields> outputs) {
        this.then = then;
        this.now = now;
        this.from = from;
        this.outputs = outputs;
        this.after = reach(now, from);
    }

    /** The module because of which it cannot be done: not there, never reached, or not the same any more. */
    OptionalInt wrong(OptionalInt trigger, List<ChunkReader.Line> lines) {
        Set<Integer> spoke = new HashSet<>();
        trigger.ifPresent(spoke::add);
        Set<Integer> many = new HashSet<>();
        for (ChunkReader.Line line : lines) {
            if (line.entry() instanceof Entry.Emitted(var bundles, var effect, long began, long micros)) {
                spoke.add(line.at().module());
                if (bundles.size() != 1) {
                    many.add(line.at().module());
                }
            } else if (line.entry() instanceof Entry.Iterated || line.entry() instanceof Entry.Routed) {
                spoke.add(line.at().module());
            }
        }
        List<Integer> before = now.links().stream()
                .filter(link -> link.to() == from)
                .map(Link::from)
                .toList();
        boolean reached = spoke.contains(from)
                || before.stream().anyMatch(spoke::contains)
                || lines.stream().anyMatch(line -> line.at().module() == from);
        if (now.module(from).isEmpty() || !reached) {
            return OptionalInt.of(from);
        }
        for (int module : outputs.keySet()) {
            if (after.contains(module) || !spoke.contains(module) || many.contains(module)) {
                return OptionalInt.of(module);
            }
        }
        return ancestors(now, from).stream()
                .filter(no ->
                        !ref(then, no).equals(ref(now, no)) || !into(then, no).equals(into(now, no)))
                .mapToInt(no -> no)
                .findFirst();
    }

    private static Optional<String> ref(Blueprint blueprint, int no) {
        return blueprint.module(no).map(Node::module);
    }

    private static Set<Integer> into(Blueprint blueprint, int no) {
        Set<Integer> into = new HashSet<>();
        blueprint.links().stream().filter(link -> link.to() == no).forEach(link -> into.add(link.from()));
        return into;
    }

    private static Set<Integer> ancestors(Blueprint blueprint, int no) {
        Set<Integer> seen = new HashSet<>();
        Deque<Integer> next = new ArrayDeque<>(into(blueprint, no));
        for (@Nullable Integer one = next.poll(); one != null; one = next.poll()) {
            if (seen.add(one)) {
                next.addAll(into(blueprint, one));
            }
        }
        return seen;
    }

    private static Set<Integer> reach(Blueprint blueprint, int from) {
        Set<Integer> seen = new HashSet<>();
        Deque<Integer> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            int one = next.poll();
            blueprint.links().stream()
                    .filter(link -> link.from() == one && seen.add(link.to()))
                    .forEach(link -> next.add(link.to()));
        }
        seen.add(from);
        return seen;
    }
}
