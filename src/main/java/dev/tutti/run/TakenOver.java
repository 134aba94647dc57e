package dev.tutti.run;

import dev.tutti.engine.Effect;
import dev.tutti.engine.Entry;
import dev.tutti.engine.StepPath;
import dev.tutti.scenario.Blueprint;
import dev.tutti.scenario.Link;
import dev.tutti.scenario.Node;
import dev.tutti.value.Fields;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a run takes over from the one that it repeats from a module on: all that happened at modules that do not come
 * after that one, so that nothing of it is done a second time. Failures and waits are not taken over, unless a handler
 * was through with them.
 */
final class TakenOver {

    private final Blueprint then;
    private final Blueprint now;
    private final int from;
    private final Map<Integer, Fields> outputs;
    private final Set<Integer> after;
    private final Set<Integer> touched = new HashSet<>();

    /** @param outputs what modules before it are taken to have given out instead */
    TakenOver(Blueprint then, Blueprint now, int from, Map<Integer, Fields> outputs) {
        this.then = then;
        this.now = now;
        this.from = from;
        this.outputs = outputs;
        this.after = reach(now, from, true);
        outputs.keySet().forEach(module -> touched.addAll(reach(now, module, false)));
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

    /** What is taken over, oldest first. */
    List<ChunkReader.Line> lines(List<ChunkReader.Line> old) {
        Map<StepPath, Entry> latest = new LinkedHashMap<>();
        old.forEach(line -> latest.put(line.at(), line.entry()));
        return latest.entrySet().stream()
                .filter(line -> ours(line.getKey()) && stays(line.getKey(), line.getValue(), latest))
                .map(line -> new ChunkReader.Line(line.getKey(), edited(line.getKey(), line.getValue())))
                .toList();
    }

    private boolean ours(StepPath at) {
        for (StepPath cell = at; cell != null; cell = cell.parent()) {
            int module = cell.module();
            if (module > 0 && (after.contains(module) || !ref(then, module).equals(ref(now, module)))) {
                return false;
            }
        }
        return true;
    }

    private boolean stays(StepPath at, Entry entry, Map<StepPath, Entry> all) {
        boolean touches = touched.contains(at.module());
        return switch (entry) {
            case Entry.Emitted emitted ->
                !touches || emitted.effect() != Effect.NONE || outputs.containsKey(at.module());
            case Entry.Filtered _ -> !touches;
            case Entry.Failed _ -> {
                StepPath parent = at.parent();
                StepPath way = parent == null ? StepPath.of(at.module(), 1) : parent.then(at.module(), 1);
                yield all.get(way) instanceof Entry.Handled;
            }
            case Entry.Suspended _, Entry.Retrying _ -> false;
            default -> true;
        };
    }

    private Entry edited(StepPath at, Entry entry) {
        Fields given = outputs.get(at.module());
        return given != null && entry instanceof Entry.Emitted(var old, var effect, long began, long micros)
                ? new Entry.Emitted(List.of(given), effect, began, micros)
                : entry;
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

    private static Set<Integer> reach(Blueprint blueprint, int from, boolean itself) {
        Set<Integer> seen = new HashSet<>();
        Deque<Integer> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            int one = next.poll();
            blueprint.links().stream()
                    .filter(link -> link.from() == one && seen.add(link.to()))
                    .forEach(link -> next.add(link.to()));
        }
        if (itself) {
            seen.add(from);
        }
        return seen;
    }
}
