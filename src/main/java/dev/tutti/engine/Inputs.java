package dev.tutti.engine;

import dev.tutti.expression.Verdict;
import dev.tutti.value.Fields;
import dev.tutti.value.Value;
import java.util.List;

/** Finds out again what went into the operations of a run, by walking its plan over its journal; calls no module. */
public final class Inputs {
    private Inputs() {}

    /** Told of each input as it is found, in the order of the run. */
    public interface Collector {
        /** Whether there may be more to find. */
        default boolean goesOn() {
            return true;
        }

        /** Whether to work out the inputs of this module, or of the filter before it. */
        boolean wants(int module);

        /** What the operation of this number (from 0) of the module received. */
        void input(int module, int operation, StepPath at, Fields input);

        /** What the filter before a module compared. */
        void verdict(int from, int to, StepPath at, Verdict verdict);
    }

    /**
     * @param input the bundles with which the run began
     * @param journal of the run; the walk ends at the first call that it does not hold
     */
    public static void show(
            Plan plan, List<Fields> input, Journal journal, Surroundings surroundings, Collector collector) {
        show(plan, input, journal, surroundings, collector, Course.whole());
    }

    /**
     * The same of a run that went on with a bundle which another put aside.
     *
     * @param input of the run that put it aside
     */
    public static void show(
            Plan plan, List<Fields> input, Origin origin, Journal own, Surroundings surroundings, Collector collector) {
        Continuation journal = new Continuation(origin.journal(), own);
        show(plan, input, journal, surroundings, collector, Course.from(origin, journal));
    }

    private static void show(
            Plan plan,
            List<Fields> input,
            Journal journal,
            Surroundings surroundings,
            Collector collector,
            Course course) {
        Watcher watcher = new Watcher() {
            @Override
            public boolean goesOn() {
                return collector.goesOn();
            }
        };
        Setting setting = Setting.of(
                plan, new Reading.Memory(journal), Reading.NO_MODULES, new Reading(surroundings, watcher), course);
        new Walk(setting, collector).run(input);
    }

    /** The bundles that an iterator makes of an array. */
    public static List<Fields> items(Value array) {
        return new IteratorBundles(array);
    }
}
