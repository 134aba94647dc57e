package dev.tutti.api;

import dev.tutti.connector.FieldType;
import dev.tutti.connector.Modules;
import dev.tutti.connector.Output;
import dev.tutti.connector.Words;
import dev.tutti.run.Run;
import dev.tutti.run.RunId;
import dev.tutti.scenario.Draft;
import dev.tutti.scenario.Node;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.Scenarios;
import dev.tutti.value.Fields;
import dev.tutti.workspace.Action;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What can be mapped into a module of a draft, with data to see it by. */
@RestController
@RequestMapping("/api/v1/scenarios/{id}/samples")
class SamplesController {

    private final Scenarios scenarios;
    private final Samples samples;
    private final Modules modules;

    SamplesController(Scenarios scenarios, Samples samples, Modules modules) {
        this.scenarios = scenarios;
        this.samples = samples;
        this.modules = modules;
    }

    record Answer(@Nullable RunView run, List<ModuleView> modules) {}

    record RunView(String id, Instant startedAt) {
        static @Nullable RunView of(Optional<Run> run) {
            return run.map(found -> new RunView(found.id().toString(), found.startedAt()))
                    .orElse(null);
        }
    }

    /** @param source where the bundles come from: `run`, `example` or `none` */
    record ModuleView(
            int no,
            String name,
            String module,
            boolean maybeEmpty,
            String source,
            int count,
            List<Fields> bundles,
            List<OutputView> outputs) {}

    record OutputView(
            String key,
            String label,
            String type,
            List<OutputView> fields,
            @Nullable ItemView item) {}

    record ItemView(String type) {}

    /** The modules before this one, nearest first, with bundles of the given run, the newest one, or examples. */
    @GetMapping
    @Allowed(Action.SCENARIO_READ)
    Answer samples(
            @PathVariable String id,
            @RequestParam int module,
            @RequestParam(required = false) @Nullable String runId,
            Locale locale) {
        Draft draft =
                ScenarioId.parse(id).flatMap(scenarios::draft).orElseThrow(() -> new Problem(404, "scenario-unknown"));
        Samples.Taken taken = samples.before(draft, module, runId(runId));
        List<ModuleView> views =
                taken.modules().stream().map(sample -> view(sample, locale)).toList();
        return new Answer(RunView.of(taken.run()), views);
    }

    static Optional<RunId> runId(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(RunId.parse(text));
        } catch (NumberFormatException noId) {
            return Optional.empty();
        }
    }

    private ModuleView view(Samples.Sample sample, Locale locale) {
        Node module = sample.module();
        String name = module.name().orElseGet(() -> modules.name(module.module(), locale));
        Optional<Words> words = modules.words(module.module());
        List<OutputView> outputs = sample.outputs().stream()
                .map(output -> view(output, "", words, locale))
                .toList();
        String source = sample.from().name().toLowerCase(Locale.ROOT);
        return new ModuleView(
                module.no(),
                name,
                module.module(),
                !sample.always(),
                source,
                sample.bundles().size(),
                sample.bundles(),
                outputs);
    }

    private static OutputView view(Output output, String above, Optional<Words> words, Locale locale) {
        String path = above.isEmpty() ? output.key() : above + "." + output.key();
        List<OutputView> parts = output.fields().stream()
                .map(part -> view(part, path, words, locale))
                .toList();
        boolean list = output.type() == FieldType.ARRAY;
        ItemView item = list ? new ItemView(output.item().map(FieldType::json).orElse("collection")) : null;
        String label = words.map(known -> known.output(path, locale)).orElse(output.key());
        return new OutputView(output.key(), label, output.type().json(), parts, item);
    }
}
