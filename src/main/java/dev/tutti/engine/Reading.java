package dev.tutti.engine;

import dev.tutti.value.Blob;
import dev.tutti.value.Fields;
import dev.tutti.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The surroundings of somebody who only looks at what a run did. */
record Reading(Surroundings surroundings, Watcher watcher) implements Surroundings {
    /** Modules of which none is there: the walk waits at the first call that was not recalled. */
    static final Modules NO_MODULES = new Modules() {
        @Override
        public Effect effect(String module, int version, Fields input) {
            return Effect.NONE;
        }

        @Override
        public Outcome call(String module, int version, Fields input, Invocation invocation) {
            return new Outcome.Suspended(new Wake.Signal("", Optional.empty()), List.of());
        }
    };

    /** A journal that can only be read. */
    record Memory(Journal journal) implements Journal {
        @Override
        public Optional<Entry> recall(StepPath at) {
            return journal.recall(at);
        }

        @Override
        public void append(StepPath at, Entry entry) {}

        @Override
        public void barrier() {}
    }

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
    public void reply(Reply reply) {}
}
