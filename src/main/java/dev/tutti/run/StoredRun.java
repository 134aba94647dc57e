package dev.tutti.run;

import dev.tutti.engine.Entry;
import dev.tutti.engine.Inputs;
import dev.tutti.engine.Origin;
import dev.tutti.engine.Plan;
import dev.tutti.engine.StepPath;
import dev.tutti.expression.Verdict;
import dev.tutti.scenario.Executable;
import dev.tutti.value.Blob;
import dev.tutti.value.Fields;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A run as it lies in the database: its entries, and what went into its operations, found out again. */
record StoredRun(
        Run run,
        Executable executable,
        Optional<Input> input,
        List<ChunkReader.Line> lines,
        Map<StepPath, Integer> last,
        List<ChunkReader.Line> before,
        Optional<Origin> origin,
        Function<Blob, byte[]> blobs) {

    /**
     * @param before what the run took up from another
     * @param origin where the bundle was put aside with which it went on
     */
    static StoredRun of(
            Run run,
            Executable executable,
            Optional<Input> input,
            List<ChunkReader.Line> lines,
            List<ChunkReader.Line> before,
            Optional<Origin> origin,
            Function<Blob, byte[]> blobs) {
        Map<StepPath, Integer> last = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            last.put(lines.get(i).at(), i);
        }
        return new StoredRun(run, executable, input, lines, last, before, origin, blobs);
    }

    /** Whether a later entry took the place of this one, as when a sleep was over. */
    boolean replaced(int line) {
        return last.getOrDefault(lines.get(line).at(), line) != line;
    }

    /** What happened before, there or here; where something took the place of something, only that. */
    List<ChunkReader.Line> everything() {
        Map<StepPath, Entry> all = new LinkedHashMap<>();
        before.forEach(line -> all.put(line.at(), line.entry()));
        lines.forEach(line -> all.put(line.at(), line.entry()));
        return all.entrySet().stream()
                .map(line -> new ChunkReader.Line(line.getKey(), line.getValue()))
                .toList();
    }

    /** What was found out again, by path. */
    record Found(Map<StepPath, Fields> inputs, Map<StepPath, Verdict> verdicts) {}

    /** What went into these operations of these modules. Nothing for a run whose data was not kept. */
    Found find(Set<Integer> modules, Set<StepPath> wanted) {
        Found found = new Found(new HashMap<>(), new HashMap<>());
        if (input.isEmpty() || wanted.isEmpty()) {
            return found;
        }
        Inputs.Collector collector = new Inputs.Collector() {
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
        };
        Plan plan = executable.plan();
        List<Fields> bundles = input.get().bundles();
        StoredJournal own = new StoredJournal(lines);
        PastSurroundings surroundings = new PastSurroundings(run, blobs, run.startedAt());
        if (origin.isPresent()) {
            Inputs.show(plan, bundles, origin.get(), own, surroundings, collector);
        } else {
            Inputs.show(plan, bundles, own, surroundings, collector);
        }
        return found;
    }
}
