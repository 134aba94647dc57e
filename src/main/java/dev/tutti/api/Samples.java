package dev.tutti.api;

import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Modules;
import dev.tutti.connector.Output;
import dev.tutti.run.Run;
import dev.tutti.run.RunId;
import dev.tutti.run.Runs;
import dev.tutti.scenario.Blueprint;
import dev.tutti.scenario.Draft;
import dev.tutti.scenario.Node;
import dev.tutti.scenario.NodeOutputs;
import dev.tutti.value.Fields;
import dev.tutti.value.Text;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the modules before one module gave out: in a run, else as their documentation shows it. */
@Component
class Samples {

    /** The most bundles of one module that are worth showing. */
    static final int MOST = 50;

    /** What the route for failures of a module finds in the place of its bundle. */
    private static final Output ERROR =
            Output.collection("error", Output.text("message"), Output.text("type"), Output.text("detail"));

    private static final Fields FAILED = Fields.of(
            "error",
            Fields.of(
                    "message", Text.of("The server cannot be reached."),
                    "type", Text.of("ConnectionError"),
                    "detail", Text.of("Connection refused")));

    private final Runs runs;
    private final Modules modules;
    private final NodeOutputs outputs;

    Samples(Runs runs, Modules modules, NodeOutputs outputs) {
        this.runs = runs;
        this.modules = modules;
        this.outputs = outputs;
    }

    /** @param run whose data it is; absent where every sample is an example */
    record Taken(Optional<Run> run, List<Sample> modules) {
        /** How many bundles there are to try: as many as the module with the most gave out. */
        int count() {
            return modules.stream()
                    .mapToInt(sample -> sample.bundles().size())
                    .max()
                    .orElse(0);
        }
    }

    record Sample(Node module, boolean always, From from, List<Fields> bundles, List<Output> outputs) {
        /** A module that gave out fewer bundles than another stands still at its last one. */
        Optional<Fields> bundle(int index) {
            return bundles.isEmpty()
                    ? Optional.empty()
                    : Optional.of(bundles.get(Math.clamp(index, 0, bundles.size() - 1)));
        }
    }

    enum From {
        RUN,
        EXAMPLE,
        NONE
    }

    /** @param wanted the run to take the data from; the newest of the scenario when absent or foreign to it */
    Taken before(Draft draft, int module, Optional<RunId> wanted) {
        Optional<Run> run = wanted.flatMap(runs::find)
                .filter(found -> found.scenario().equals(draft.scenario()))
                .or(() -> runs.newest(draft.scenario(), 1).stream().findFirst());
        List<Sample> samples = Upstream.of(draft.blueprint(), module).stream()
                .map(upstream -> sample(draft.blueprint(), upstream, run))
                .toList();
        boolean used = samples.stream().anyMatch(sample -> sample.from() == From.RUN);
        return new Taken(used ? run : Optional.empty(), samples);
    }

    private Sample sample(Blueprint blueprint, Upstream upstream, Optional<Run> run) {
        Node module = upstream.module();
        if (upstream.failed()) {
            return new Sample(module, upstream.always(), From.EXAMPLE, List.of(FAILED), List.of(ERROR));
        }
        List<Output> items = outputs.of(blueprint, module);
        List<Fields> bundles =
                run.map(found -> runs.outputs(found.id(), module.no(), MOST)).orElse(List.of());
        if (!bundles.isEmpty()) {
            return new Sample(module, upstream.always(), From.RUN, bundles, items);
        }
        List<Fields> example = modules.find(module.module()).map(ModuleSpec::example).stream()
                .filter(fields -> !fields.isEmpty())
                .toList();
        From from = example.isEmpty() ? From.NONE : From.EXAMPLE;
        return new Sample(module, upstream.always(), from, example, items);
    }
}
