package dev.tutti.engine;

import dev.tutti.value.Fields;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The journal of a run that does again what another run did from a module on: what is before that module is recalled
 * from the other run, perhaps with other outputs, and written into the own journal, which then stands alone.
 */
public final class Overlay implements Journal {
    private final Layout layout;
    private final Journal old;
    private final Journal own;
    private final Map<Integer, List<Fields>> outputs;
    private final Set<Integer> anew;
    private final Set<Integer> touched = new HashSet<>();

    /**
     * @param plan of the run to come; what it does not share with that of the old run is called anew
     * @param from the first module that is called again; with it all that comes after it
     * @param outputs by module number, what each of its operations is taken to have emitted. What was worked out from
     *     them is worked out anew; calls that touched the world outside are not made again.
     */
    public Overlay(Plan plan, Journal old, Journal own, int from, Map<Integer, List<Fields>> outputs) {
        this.layout = plan.layout();
        this.old = old;
        this.own = own;
        this.outputs = Map.copyOf(outputs);
        this.anew = new HashSet<>(layout.after(from));
        anew.add(from);
        outputs.keySet().forEach(module -> touched.addAll(layout.after(module)));
    }

    @Override
    public Optional<Entry> recall(StepPath at) {
        Optional<Entry> mine = own.recall(at);
        if (mine.isPresent() || isAnew(at) || at.equals(Marks.READY)) {
            return mine;
        }
        Optional<Entry> found = edited(at).or(() -> old.recall(at).filter(entry -> counts(at, entry)));
        found.ifPresent(entry -> own.append(at, entry));
        return found;
    }

    private boolean isAnew(StepPath at) {
        for (StepPath cell = at; cell != null; cell = cell.parent()) {
            if (anew.contains(cell.module())) {
                return true;
            }
        }
        return false;
    }

    private Optional<Entry> edited(StepPath at) {
        boolean operation = at.number() == 0 && !at.isFilter() && !at.isDrawn();
        return operation && outputs.containsKey(at.module())
                ? Optional.of(new Entry.Emitted(outputs.get(at.module()), Effect.NONE, 0, 0))
                : Optional.empty();
    }

    private boolean counts(StepPath at, Entry entry) {
        if (entry instanceof Entry.Drawn) {
            return true;
        }
        Step step = layout.step(at.module());
        boolean same = !touched.contains(at.module());
        return switch (entry) {
            case Entry.Emitted emitted ->
                isOperation(step) && !(step instanceof Step.Iterate) && (same || emitted.effect() != Effect.NONE);
            case Entry.Failed failed -> isOperation(step) && (same || failed.effect() != Effect.NONE);
            case Entry.Iterated _ -> same && step instanceof Step.Iterate;
            case Entry.Routed _ -> same && step instanceof Step.Router;
            case Entry.Filtered _ -> same && at.isFilter();
            case Entry.Handled _ -> isOperation(step) && at.number() == 1;
            case Entry.Suspended _, Entry.Retrying _, Entry.Drawn _ -> false;
        };
    }

    private static boolean isOperation(@Nullable Step step) {
        return step != null && !(step instanceof Step.Router) && !(step instanceof Step.Decide);
    }

    @Override
    public void append(StepPath at, Entry entry) {
        own.append(at, entry);
    }

    @Override
    public void barrier() {
        own.barrier();
    }
}
