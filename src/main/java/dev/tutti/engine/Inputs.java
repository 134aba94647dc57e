package dev.tutti.engine;

import dev.tutti.expression.Filter;
import dev.tutti.value.Fields;
import java.util.List;

/** Finds out again what went into the operations of a run, by walking its plan over its journal; calls no module. */
public final class Inputs {
    private Inputs() {}

    /** Told of each input as it is found, in order. */
    public interface Collector {
        /** Whether to work out the inputs of this module, or of the filter before it. */
        boolean wants(int module);

        /** What the operation of this number (from 0) of the module received. Returns whether to go on. */
        boolean input(int module, int operation, StepPath at, Fields input);

        /** What the filter before a module compared. Returns whether to go on. */
        boolean verdict(int from, int to, StepPath at, Filter.Verdict verdict);
    }

    public static void show(
            Plan plan, List<Fields> input, Journal journal, Surroundings surroundings, Collector collector) {
        throw new UnsupportedOperationException();
    }
}
