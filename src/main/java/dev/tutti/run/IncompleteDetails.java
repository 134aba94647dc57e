package dev.tutti.run;

import dev.tutti.engine.Edits;
import dev.tutti.engine.Effects;
import dev.tutti.engine.Entry;
import dev.tutti.engine.Modules;
import dev.tutti.engine.Plan;
import dev.tutti.engine.StepPath;
import dev.tutti.value.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands around an incomplete run: what went into the failed module, what led there, what was sent already. */
@Component
final class IncompleteDetails {

    private final JournalReader journals;
    private final Modules modules;

    IncompleteDetails(JournalReader journals, Modules modules) {
        this.journals = journals;
        this.modules = modules;
    }

    IncompleteDetail of(Incomplete item) {
        StepPath at = StepPath.parse(item.path());
        StoredRun run = journals.load(item.carrier().orElse(item.run())).orElse(null);
        if (run == null) {
            run = journals.load(item.run()).orElse(null);
        }
        if (run == null) {
            return new IncompleteDetail(
                    item, Optional.empty(), List.of(), new Effects(List.of(), List.of(), List.of()));
        }
        Optional<Fields> input = Optional.ofNullable(
                run.find(Set.of(item.module()), Set.of(at)).inputs().get(at));
        List<Effects.Line> lines = run.everything().stream()
                .map(line -> new Effects.Line(line.at(), line.entry()))
                .toList();
        boolean aside = item.kind() == Incomplete.Kind.BUNDLE;
        Plan plan = run.executable().plan();
        Effects effects =
                aside ? Effects.ofResuming(plan, modules, lines, at) : Effects.ofRetrying(plan, modules, lines, at);
        return new IncompleteDetail(item, input, upstream(run, at), effects);
    }

    /** An edited module that gave out nothing on the way there. */
    OptionalInt stranger(Incomplete item, Edits edits) {
        if (edits.outputs().isEmpty()) {
            return OptionalInt.empty();
        }
        Set<Integer> known = of(item).upstream().stream()
                .map(IncompleteDetail.Upstream::module)
                .collect(java.util.stream.Collectors.toSet());
        return edits.outputs().keySet().stream()
                .filter(module -> !known.contains(module))
                .mapToInt(module -> module)
                .findFirst();
    }

    private static List<IncompleteDetail.Upstream> upstream(StoredRun run, StepPath at) {
        Map<Integer, Fields> bundles = new LinkedHashMap<>();
        run.executable()
                .plan()
                .trigger()
                .ifPresent(trigger -> run.input()
                        .map(Input::bundles)
                        .filter(all -> !all.isEmpty())
                        .ifPresent(all ->
                                bundles.put(trigger, all.get(Math.min(index(at, null, trigger), all.size() - 1)))));
        for (ChunkReader.Line line : run.everything()) {
            int module = line.at().module();
            if (line.entry() instanceof Entry.Emitted emitted
                    && !emitted.bundles().isEmpty()
                    && leads(line.at(), at, emitted.bundles().size())) {
                int index = index(at, line.at().parent(), module);
                bundles.remove(module);
                bundles.put(
                        module,
                        emitted.bundles().get(Math.min(index, emitted.bundles().size() - 1)));
            }
        }
        List<IncompleteDetail.Upstream> upstream = new ArrayList<>();
        bundles.forEach((module, bundle) -> upstream.addFirst(new IncompleteDetail.Upstream(module, bundle)));
        return upstream;
    }

    /** Whether what happened there is on the way to the failed call; one of several bundles is named by the way. */
    private static boolean leads(StepPath operation, StepPath at, int bundles) {
        StepPath way = operation.parent();
        for (StepPath cell = at.parent(); ; cell = cell.parent()) {
            if (java.util.Objects.equals(cell, way)) {
                return !operation.equals(at) && (bundles <= 1 || named(at, way, operation.module()));
            }
            if (cell == null) {
                return false;
            }
        }
    }

    private static boolean named(StepPath at, @Nullable StepPath way, int module) {
        for (StepPath cell = at.parent(); cell != null; cell = cell.parent()) {
            if (cell.module() == module && java.util.Objects.equals(cell.parent(), way)) {
                return true;
            }
        }
        return false;
    }

    private static int index(StepPath at, @Nullable StepPath way, int module) {
        for (StepPath cell = at.parent(); cell != null; cell = cell.parent()) {
            if (cell.module() == module && java.util.Objects.equals(cell.parent(), way)) {
                return cell.number();
            }
        }
        return 0;
    }
}
