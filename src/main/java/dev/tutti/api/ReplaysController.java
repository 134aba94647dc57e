package dev.tutti.api;

import dev.tutti.run.Replay;
import dev.tutti.run.ReplayMany;
import dev.tutti.run.Run;
import dev.tutti.run.Runs;
import dev.tutti.run.Started;
import dev.tutti.value.Fields;
import dev.tutti.value.Value;
import dev.tutti.workspace.Action;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Runs old runs again: one or many, whole or from a module on. */
@RestController
@RequestMapping("/api/v1/runs")
class ReplaysController {

    /** A month: longer than anybody keeps an eye on it. */
    private static final int LONGEST_SECONDS = 31 * 24 * 3600;

    private final Runs runs;
    private final Authors authors;
    private final IncompleteViews views;

    ReplaysController(Runs runs, Authors authors, IncompleteViews views) {
        this.runs = runs;
        this.authors = authors;
        this.views = views;
    }

    record Replayed(String runId) {}

    /**
     * @param version `live` (what is meant without it), `draft` or `same`
     * @param data what the trigger gives out: a bundle or a list of bundles; without it what it gave out then
     * @param from the number of the module to begin with; those before it are not called again
     * @param outputs with `from`: what modules before it are taken to have given out, by their numbers
     */
    record Wish(
            @Nullable String version,
            @Nullable Value data,
            @Nullable Integer from,
            @Nullable Map<String, Fields> outputs) {}

    /**
     * The filter is that of the list of runs.
     *
     * @param overSeconds how long it takes until the last one begins; at once without it
     */
    record ManyWish(
            @Nullable String scenario,
            @Nullable String status,
            @Nullable String from,
            @Nullable String to,
            @Nullable String text,
            @Nullable String version,
            @Nullable Integer overSeconds) {}

    record Count(int count) {}

    /** What repeating this run from a module on would send again, what it would not, and what it may send besides. */
    @GetMapping("/{id}/effects")
    @Allowed(Action.RUN_READ)
    IncompleteViews.EffectsView effects(@PathVariable String id, @RequestParam int from, Locale locale) {
        Run run = runs.find(RunsController.id(id)).orElseThrow(Problem::notFound);
        return runs.effects(run.id(), from)
                .map(effects -> views.effects(effects, run.versionId(), locale))
                .orElseThrow(Problem::notFound);
    }

    /** Runs it again as a new run; without a body the live version with what this run started with. */
    @PostMapping("/{id}/replay")
    @Allowed(Action.RUN_START)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Replayed replay(@PathVariable String id, @RequestBody(required = false) @Nullable Wish wish, Locale locale) {
        Wish wanted = wish == null ? new Wish(null, null, null, null) : wish;
        Replay.Answer answer = runs.replay(new Replay(
                RunsController.id(id),
                version(wanted.version()),
                Optional.ofNullable(wanted.data()).map(Bundles::of),
                wanted.from() == null ? OptionalInt.empty() : OptionalInt.of(wanted.from()),
                IncompletesController.bundles(wanted.outputs()),
                authors.author()));
        return switch (answer) {
            case Replay.Answer.Begun(Started again) -> {
                if (!again.accepted()) {
                    throw new Problem(503, "busy");
                }
                yield new Replayed(again.id().toString());
            }
            case Replay.Answer.Unknown _ -> throw Problem.notFound();
            case Replay.Answer.NoVersion _ ->
                throw new Problem(409, "same".equals(wanted.version()) ? "run-version-gone" : "run-not-live");
            case Replay.Answer.Blocked(var problems) ->
                throw new Problem(422, "draft-has-errors").with("problems", ProblemView.of(problems, locale));
            case Replay.Answer.NotKept _ -> throw new Problem(409, "run-without-input");
            case Replay.Answer.NoModule(int module) ->
                throw new Problem(422, "replay-module", module).with("module", module);
        };
    }

    /** Runs many again, those that the list would show, at most 10,000, the oldest first and spread over a time. */
    @PostMapping("/replay")
    @Allowed(Action.RUN_START)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Count replayMany(@RequestBody ManyWish wish) {
        int over = wish.overSeconds() == null ? 0 : wish.overSeconds();
        if (over < 0 || over > LONGEST_SECONDS) {
            throw Problem.field("overSeconds", "problem.replay-over.detail", LONGEST_SECONDS);
        }
        RunsAsked which = new RunsAsked(wish.scenario(), wish.status(), wish.from(), wish.to(), wish.text(), null);
        return new Count(runs.replay(new ReplayMany(
                which.query(null, 200), version(wish.version()), Duration.ofSeconds(over), authors.author())));
    }

    private static Replay.Version version(@Nullable String word) {
        return switch (word) {
            case null -> Replay.Version.LIVE;
            case "live" -> Replay.Version.LIVE;
            case "draft" -> Replay.Version.DRAFT;
            case "same" -> Replay.Version.SAME;
            case String other -> throw Problem.field("version", "problem.replay-version.detail");
        };
    }
}
