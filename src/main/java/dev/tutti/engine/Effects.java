package dev.tutti.engine;

import dev.tutti.value.Fields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What happens to the world outside when somebody goes on with a run, or does it again.
 *
 * @param again modules whose calls were made before and are made once more
 * @param kept modules whose calls were made before and are only recalled
 * @param next modules that may now be called for bundles that never came to them; their effect is what their fixed
 *     settings say
 */
public record Effects(List<Sent> again, List<Sent> kept, List<Sent> next) {

    /** @param calls how many calls it made before; those that failed may have had their effect */
    public record Sent(int module, Effect effect, int calls) {}

    /** A line of the journal of the old run, the last that was written at its place. */
    public record Line(StepPath at, Entry entry) {}

    /** Of {@link Engine#retry}, for a run that stopped at this call. */
    public static Effects ofRetrying(Plan plan, Modules modules, Collection<Line> lines, StepPath at) {
        return of(plan, modules, lines, line -> line.at().equals(at), plan.after(at.module()));
    }

    /** Of {@link Engine#resume}, for a bundle that was put aside at this call. */
    public static Effects ofResuming(Plan plan, Modules modules, Collection<Line> lines, StepPath at) {
        Set<Integer> after = plan.after(at.module());
        // What an aggregator lets go once more goes where it went before.
        Set<Integer> repeated = new HashSet<>();
        for (int module : after) {
            if (plan.layout().step(module) instanceof Step.Aggregate aggregate
                    && !after.contains(aggregate.source())
                    && aggregate.source() != at.module()) {
                repeated.addAll(plan.after(module));
            }
        }
        return of(
                plan,
                modules,
                lines,
                line -> line.at().equals(at) || repeated.contains(line.at().module()),
                after);
    }

    /** Of an {@link Overlay}. */
    public static Effects ofReplaying(Plan plan, Modules modules, Collection<Line> lines, int from) {
        Set<Integer> anew = new HashSet<>(plan.after(from));
        anew.add(from);
        return of(
                plan,
                modules,
                lines,
                line -> {
                    StepPath cell = line.at();
                    while (cell != null && !anew.contains(cell.module())) {
                        cell = cell.parent();
                    }
                    return cell != null;
                },
                anew);
    }

    private static Effects of(
            Plan plan, Modules modules, Collection<Line> lines, Predicate<Line> repeats, Set<Integer> after) {
        List<Sent> again = new ArrayList<>();
        List<Sent> kept = new ArrayList<>();
        List<Sent> next = new ArrayList<>();
        for (int module : new TreeSet<>(plan.layout().modules())) {
            count(module, lines, repeats, again);
            count(module, lines, repeats.negate(), kept);
            boolean told = again.stream().anyMatch(sent -> sent.module() == module);
            if (!told && after.contains(module) && plan.layout().step(module) instanceof Step.Call call) {
                Fields fixed = call.input().constants();
                Effect effect = call.disabled() ? Effect.NONE : modules.effect(call.module(), call.version(), fixed);
                if (effect != Effect.NONE) {
                    next.add(new Sent(module, effect, 0));
                }
            }
        }
        return new Effects(again, kept, next);
    }

    private static void count(int module, Collection<Line> lines, Predicate<Line> which, List<Sent> to) {
        Effect effect = Effect.NONE;
        int calls = 0;
        for (Line line : lines) {
            if (line.at().module() == module && effect(line.entry()) != Effect.NONE && which.test(line)) {
                effect = effect(line.entry());
                calls++;
            }
        }
        if (calls > 0) {
            to.add(new Sent(module, effect, calls));
        }
    }

    private static Effect effect(Entry entry) {
        return switch (entry) {
            case Entry.Emitted emitted -> emitted.effect();
            case Entry.Failed failed -> failed.effect();
            case Entry.Retrying retrying -> retrying.effect();
            case Entry.Suspended suspended -> suspended.effect();
            case Entry.Iterated _, Entry.Drawn _, Entry.Filtered _, Entry.Routed _, Entry.Handled _ -> Effect.NONE;
        };
    }
}
