package dev.tutti.api;

import dev.tutti.run.Operation;
import dev.tutti.run.Run;
import dev.tutti.run.RunId;
import dev.tutti.run.RunPage;
import dev.tutti.run.RunSearch;
import dev.tutti.run.Runs;
import dev.tutti.scenario.BlueprintJson;
import dev.tutti.scenario.Scenarios;
import dev.tutti.value.Fields;
import dev.tutti.workspace.Action;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What ran, and what it did. */
@RestController
@RequestMapping("/api/v1/runs")
class RunsController {

    private final Runs runs;
    private final RunSearch search;
    private final Scenarios scenarios;
    private final RunViews views;

    RunsController(Runs runs, RunSearch search, Scenarios scenarios, RunViews views) {
        this.runs = runs;
        this.search = search;
        this.scenarios = scenarios;
        this.views = views;
    }

    record Page<T>(List<T> items, @Nullable String next) {}

    record Ran(String runId, @Nullable Integer version, Fields blueprint) {}

    /**
     * Runs, newest first. `status` may name several, separated by commas; `text` looks into names and errors, with
     * `in=data` into the inputs and outputs of runs that have ended.
     */
    @GetMapping
    @Allowed(Action.RUN_READ)
    Page<RunViews.RunView> list(
            @RequestParam(required = false) @Nullable String scenario,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String in,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Locale locale) {
        RunPage page = new RunsAsked(scenario, status, from, to, text, in).page(runs, search, cursor, limit);
        List<RunViews.RunView> items =
                page.items().stream().map(run -> views.view(run, locale)).toList();
        return new Page<>(items, page.next().map(RunId::toString).orElse(null));
    }

    /** One run with what each module did. */
    @GetMapping("/{id}")
    @Allowed(Action.RUN_READ)
    RunViews.DetailView get(@PathVariable String id, Locale locale) {
        return runs.detail(id(id))
                .map(detail -> views.detail(
                        detail.run(), runs.returned(detail.run().id()), detail.modules(), detail.links(), locale))
                .orElseThrow(Problem::notFound);
    }

    /** The blueprint as it was when it ran. */
    @GetMapping("/{id}/blueprint")
    @Allowed(Action.RUN_READ)
    Ran blueprint(@PathVariable String id) {
        Run run = run(id);
        Integer number = run.version().isPresent() ? run.version().getAsInt() : null;
        return scenarios
                .blueprint(run.versionId())
                .map(blueprint -> new Ran(id, number, BlueprintJson.write(blueprint)))
                .orElseThrow(Problem::notFound);
    }

    /** The log of a run, oldest first; with `inputs=true` also what went into each operation. */
    @GetMapping("/{id}/journal")
    @Allowed(Action.RUN_READ)
    Page<RunViews.OperationView> journal(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer module,
            @RequestParam(defaultValue = "false") boolean inputs,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit,
            Locale locale) {
        Run run = run(id);
        OptionalInt only = module == null ? OptionalInt.empty() : OptionalInt.of(module);
        Operation.Page page = runs.journal(run.id(), new Operation.Query(only, inputs, after, limit));
        return new Page<>(
                page.items().stream()
                        .map(operation -> views.view(operation, run, locale))
                        .toList(),
                page.next().map(Object::toString).orElse(null));
    }

    /** Stops a run after the operation it is in. */
    @PostMapping("/{id}/stop")
    @Allowed(Action.RUN_START)
    RunViews.RunView stop(@PathVariable String id, Locale locale) {
        Run run = run(id);
        runs.stop(run.id());
        return views.view(runs.find(run.id()).orElse(run), locale);
    }

    private Run run(String id) {
        return runs.find(id(id)).orElseThrow(Problem::notFound);
    }

    static RunId id(String text) {
        if (!text.matches("\\d{1,19}")) {
            throw Problem.notFound();
        }
        return id(text, "id");
    }

    private static RunId id(String text, String parameter) {
        try {
            return RunId.parse(text);
        } catch (NumberFormatException wrong) {
            throw bad(parameter);
        }
    }

    private static Problem bad(String parameter) {
        return new Problem(400, "bad-parameter", parameter);
    }
}
