package dev.tutti.engine;

import dev.tutti.expression.Verdict;
import dev.tutti.value.Blob;
import dev.tutti.value.Fields;
import dev.tutti.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
        new Walk(plan, new Memory(journal), new Absent(), new Onlooker(surroundings, collector), collector).run(input);
    }

    /** The bundles that an iterator makes of an array. */
    public static List<Fields> items(Value array) {
        return new IteratorBundles(array);
    }

    /** A journal that can only be read. */
    private record Memory(Journal journal) implements Journal {
        @Override
        public Optional<Entry> recall(StepPath at) {
            return journal.recall(at);
        }

        @Override
        public void append(StepPath at, Entry entry) {}

        @Override
        public void barrier() {}
    }

    /** Modules of which none is there: the walk waits at the first call that was not recalled. */
    private record Absent() implements Modules {
        @Override
        public Effect effect(String module, int version, Fields input) {
            return Effect.NONE;
        }

        @Override
        public Outcome call(String module, int version, Fields input, Invocation invocation) {
            return new Outcome.Suspended(new Wake.Signal("", Optional.empty()), List.of());
        }
    }

    /** The surroundings of somebody who only looks. */
    private record Onlooker(Surroundings surroundings, Collector collector) implements Surroundings {
        @Override
        public Instant now() {
            return surroundings.now();
        }

        @Override
        public long nanos() {
            return surroundings.nanos();
        }

        @Override
        public double random() {
            return surroundings.random();
        }

        @Override
        public UUID uuid() {
            return surroundings.uuid();
        }

        @Override
        public RunContext run() {
            return surroundings.run();
        }

        @Override
        public Value variable(String name) {
            return surroundings.variable(name);
        }

        @Override
        public byte[] bytes(Blob blob) {
            return surroundings.bytes(blob);
        }

        @Override
        public Watcher watcher() {
            return new Watcher() {
                @Override
                public boolean goesOn() {
                    return collector.goesOn();
                }
            };
        }

        @Override
        public void reply(Reply reply) {}
    }
}
