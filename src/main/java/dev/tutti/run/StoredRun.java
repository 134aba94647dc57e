package dev.tutti.run;

import dev.tutti.engine.Entry;
import dev.tutti.engine.Inputs;
import dev.tutti.engine.Journal;
import dev.tutti.engine.Reply;
import dev.tutti.engine.RunContext;
import dev.tutti.engine.StepPath;
import dev.tutti.engine.Surroundings;
import dev.tutti.expression.Verdict;
import dev.tutti.scenario.Executable;
import dev.tutti.value.Blob;
import dev.tutti.value.Fields;
import dev.tutti.workspace.WorkspaceId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** A run as it lies in the database: its entries, and what went into its operations, found out again. */
record StoredRun(
        Run run,
        Executable executable,
        Optional<Input> input,
        List<ChunkReader.Line> lines,
        Map<StepPath, Integer> last,
        Function<Blob, byte[]> blobs) {

    static StoredRun of(
            Run run,
            Executable executable,
            Optional<Input> input,
            List<ChunkReader.Line> lines,
            Function<Blob, byte[]> blobs) {
        Map<StepPath, Integer> last = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            last.put(lines.get(i).at(), i);
        }
        return new StoredRun(run, executable, input, lines, last, blobs);
    }

    /** Whether a later entry took the place of this one, as when a sleep was over. */
    boolean replaced(int line) {
        return last.getOrDefault(lines.get(line).at(), line) != line;
    }

    /** What was found out again, by path. */
    record Found(Map<StepPath, Fields> inputs, Map<StepPath, Verdict> verdicts) {}

    /** What went into these operations of these modules. Nothing for a run whose data was not kept. */
    Found find(Set<Integer> modules, Set<StepPath> wanted) {
        Found found = new Found(new HashMap<>(), new HashMap<>());
        if (input.isEmpty() || wanted.isEmpty()) {
            return found;
        }
        Inputs.show(executable.plan(), input.get().bundles(), new Memory(), new Past(), new Inputs.Collector() {
            @Override
            public boolean goesOn() {
                return found.inputs().size() + found.verdicts().size() < wanted.size();
            }

            @Override
            public boolean wants(int module) {
                return modules.contains(module);
            }

            @Override
            public void input(int module, int operation, StepPath at, Fields input) {
                if (wanted.contains(at)) {
                    found.inputs().put(at, input);
                }
            }

            @Override
            public void verdict(int from, int to, StepPath at, Verdict verdict) {
                if (wanted.contains(at)) {
                    found.verdicts().put(at, verdict);
                }
            }
        });
        return found;
    }

    private class Memory implements Journal {
        @Override
        public Optional<Entry> recall(StepPath at) {
            return Optional.ofNullable(last.get(at)).map(line -> lines.get(line).entry());
        }

        @Override
        public void append(StepPath at, Entry entry) {}

        @Override
        public void barrier() {}
    }

    /** What was drawn stands in the journal; what was not is of no account. */
    private class Past implements Surroundings {
        @Override
        public Instant now() {
            return run.startedAt();
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public double random() {
            return 0;
        }

        @Override
        public UUID uuid() {
            return new UUID(0, 0);
        }

        @Override
        public RunContext run() {
            return new RunContext(
                    run.id().toString(),
                    run.scenario().toString(),
                    WorkspaceId.FIRST.toString(),
                    run.scenarioName(),
                    run.test());
        }

        @Override
        public byte[] bytes(Blob blob) {
            return blobs.apply(blob);
        }

        @Override
        public void reply(Reply reply) {}
    }
}
