package dev.tutti.run;

import dev.tutti.engine.Entry;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Inputs;
import dev.tutti.engine.StepPath;
import dev.tutti.scenario.Node;
import dev.tutti.scenario.Scenarios;
import dev.tutti.value.Blob;
import dev.tutti.value.Fields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the logs of runs. */
final class JournalReader {

    /** How many of an iterator's bundles a line shows. */
    private static final int MOST_ITEMS = 50;

    private final RunReader reader;
    private final Journals journals;
    private final Scenarios scenarios;
    private final Function<Blob, byte[]> blobs;

    JournalReader(RunReader reader, Journals journals, Scenarios scenarios, Function<Blob, byte[]> blobs) {
        this.reader = reader;
        this.journals = journals;
        this.scenarios = scenarios;
        this.blobs = blobs;
    }

    Optional<Input> input(RunId id) {
        return journals.input(id.value());
    }

    /** A run with all of its entries; empty when there is no such run, or its version cannot be read. */
    Optional<StoredRun> load(RunId id) {
        return reader.find(id.value())
                .flatMap(stored -> scenarios.plan(stored.run().versionId()).map(executable -> {
                    List<ChunkReader.Line> lines = journals.of(id.value()).lines();
                    Optional<Lineage> bundle = journals.origin(id.value()).filter(lineage -> lineage.path() != null);
                    return StoredRun.of(
                            stored.run(),
                            executable,
                            journals.input(id.value()),
                            lines,
                            bundle.map(lineage -> journals.whole(lineage.base()))
                                    .orElse(List.of()),
                            bundle.flatMap(journals::put),
                            blobs);
                }));
    }

    Operation.Page page(RunId id, Operation.Query query) {
        StoredRun run = load(id).orElse(null);
        if (run == null) {
            return new Operation.Page(List.of(), Optional.empty());
        }
        int limit = Math.clamp(query.limit(), 1, 1_000);
        List<Picked> picked = pick(run, query, limit + 1);
        boolean more = picked.size() > limit;
        List<Picked> page = more ? picked.subList(0, limit) : picked;
        StoredRun.Found found = found(run, query.inputs(), page);
        List<Operation> items = new ArrayList<>();
        boolean first = query.after() == 0;
        OptionalInt trigger = run.executable().plan().trigger();
        if (first
                && trigger.isPresent()
                && (query.module().isEmpty() || query.module().equals(trigger))) {
            items.add(trigger(run, trigger.getAsInt()));
        }
        StepKinds kinds = new StepKinds(run.executable().plan());
        page.forEach(line -> items.add(operation(run, line, kinds, found)));
        return new Operation.Page(items, more ? Optional.of(page.getLast().line() + 1L) : Optional.empty());
    }

    /** A line to show: its place among the lines and among the operations of its module. */
    private record Picked(int line, int index) {}

    private static List<Picked> pick(StoredRun run, Operation.Query query, int most) {
        List<Picked> picked = new ArrayList<>();
        Map<String, Integer> indexes = new HashMap<>();
        for (int i = 0; i < run.lines().size() && picked.size() < most; i++) {
            ChunkReader.Line line = run.lines().get(i);
            if (line.entry() instanceof Entry.Drawn || line.entry() instanceof Entry.Handled || run.replaced(i)) {
                continue;
            }
            int module = line.at().module();
            int index = indexes.merge((line.at().isFilter() ? "?" : "") + module, 1, Integer::sum) - 1;
            if (i + 1 > query.after()
                    && (query.module().isEmpty() || query.module().getAsInt() == module)) {
                picked.add(new Picked(i, index));
            }
        }
        return picked;
    }

    private static StoredRun.Found found(StoredRun run, boolean all, List<Picked> page) {
        Set<Integer> modules = new HashSet<>();
        Set<StepPath> wanted = new HashSet<>();
        for (Picked picked : page) {
            ChunkReader.Line line = run.lines().get(picked.line());
            boolean router = line.entry() instanceof Entry.Routed;
            if (!router && (all || line.entry() instanceof Entry.Iterated)) {
                modules.add(line.at().module());
                wanted.add(line.at());
            }
        }
        return run.find(modules, wanted);
    }

    private static Operation trigger(StoredRun run, int no) {
        List<Fields> output = run.input().map(Input::bundles).orElse(List.of());
        return new Operation(
                0,
                no + "#0",
                no,
                "call",
                0,
                "ok",
                run.run().startedAt(),
                0,
                Optional.empty(),
                output.subList(0, Math.min(MOST_ITEMS, output.size())),
                output.size(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private static Operation operation(StoredRun run, Picked picked, StepKinds kinds, StoredRun.Found found) {
        ChunkReader.Line line = run.lines().get(picked.line());
        StepPath at = line.at();
        Shown shown = shown(run, line, found);
        return new Operation(
                picked.line() + 1L,
                at.toString(),
                at.module(),
                line.entry() instanceof Entry.Filtered ? "filter" : kinds.of(at.module()),
                picked.index(),
                shown.status(),
                Instant.ofEpochMilli(
                        shown.startedAt() == 0 ? run.run().startedAt().toEpochMilli() : shown.startedAt()),
                shown.micros() / 1_000,
                Optional.ofNullable(found.inputs().get(at)),
                shown.output(),
                shown.count(),
                line.entry() instanceof Entry.Filtered filtered
                        ? Optional.of(new Operation.Link(filtered.from(), filtered.to()))
                        : Optional.empty(),
                line.entry() instanceof Entry.Filtered filtered
                        ? FilterRows.of(run, filtered, found.verdicts().get(at))
                        : List.of(),
                shown.error());
    }

    private record Shown(
            String status, long startedAt, long micros, List<Fields> output, int count, Optional<RunError> error) {

        static Shown of(String status) {
            return new Shown(status, 0, 0, List.of(), 0, Optional.empty());
        }
    }

    private static Shown shown(StoredRun run, ChunkReader.Line line, StoredRun.Found found) {
        return switch (line.entry()) {
            case Entry.Emitted(List<Fields> bundles, var effect, long startedAt, long micros) ->
                new Shown("ok", startedAt, micros, bundles, bundles.size(), Optional.empty());
            case Entry.Failed(Failure failure, var effect, long startedAt, long micros) ->
                new Shown(
                        "error",
                        startedAt,
                        micros,
                        List.of(),
                        0,
                        Optional.of(RunError.of(line.at().module(), failure)));
            case Entry.Suspended suspended ->
                new Shown(
                        run.run().status().ended() ? "ok" : "waiting",
                        suspended.startedAtMillis(),
                        suspended.micros(),
                        List.of(),
                        0,
                        Optional.empty());
            case Entry.Retrying retrying ->
                new Shown(
                        run.run().status().ended() ? "error" : "waiting",
                        retrying.startedAtMillis(),
                        retrying.micros(),
                        List.of(),
                        0,
                        Optional.of(RunError.of(line.at().module(), retrying.failure())));
            case Entry.Iterated(int bundles, long startedAt, long micros) ->
                new Shown("ok", startedAt, micros, items(found.inputs().get(line.at())), bundles, Optional.empty());
            case Entry.Filtered filtered -> Shown.of(filtered.passed() ? "passed" : "rejected");
            case Entry.Routed routed -> Shown.of("ok");
            case Entry.Drawn drawn -> Shown.of("ok");
            case Entry.Handled handled -> Shown.of("ok");
        };
    }

    private static List<Fields> items(@Nullable Fields input) {
        if (input == null) {
            return List.of();
        }
        List<Fields> items = Inputs.items(input.get("array"));
        return List.copyOf(items.subList(0, Math.min(MOST_ITEMS, items.size())));
    }

    /** The outputs of the scenario: what its last module that returns some gave out. */
    Optional<Fields> returned(RunId id) {
        StoredRun run = load(id).orElse(null);
        if (run == null) {
            return Optional.empty();
        }
        Set<Integer> returning = run.executable().blueprint().modules().stream()
                .filter(module -> module.module().equals("scenario:return"))
                .map(Node::no)
                .collect(Collectors.toSet());
        return returning.isEmpty()
                ? Optional.empty()
                : run.lines().reversed().stream()
                        .filter(line -> returning.contains(line.at().module()))
                        .flatMap(line -> line.entry() instanceof Entry.Emitted emitted
                                ? emitted.bundles().stream()
                                : Stream.empty())
                        .findFirst();
    }

    /** The bundles a module gave out, at most so many. */
    List<Fields> outputs(RunId id, int module, int limit) {
        StoredRun run = load(id).orElse(null);
        if (run == null) {
            return List.of();
        }
        if (run.executable().plan().trigger().equals(OptionalInt.of(module))) {
            return run.input().map(Input::bundles).orElse(List.of()).stream()
                    .limit(limit)
                    .toList();
        }
        List<Fields> bundles = new ArrayList<>();
        for (int i = 0; i < run.lines().size() && bundles.size() < limit; i++) {
            ChunkReader.Line line = run.lines().get(i);
            if (line.at().module() != module || line.at().isFilter() || run.replaced(i)) {
                continue;
            }
            if (line.entry() instanceof Entry.Emitted emitted) {
                bundles.addAll(emitted.bundles());
            } else if (line.entry() instanceof Entry.Iterated) {
                StoredRun.Found found = run.find(Set.of(module), Set.of(line.at()));
                bundles.addAll(items(found.inputs().get(line.at())));
            }
        }
        return bundles.stream().limit(limit).toList();
    }
}
