package dev.tutti.api;

import dev.tutti.engine.Edits;
import dev.tutti.run.Incomplete;
import dev.tutti.run.IncompleteDetail;
import dev.tutti.run.IncompleteId;
import dev.tutti.run.IncompletePage;
import dev.tutti.run.IncompleteQuery;
import dev.tutti.run.Incompletes;
import dev.tutti.run.RunId;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.value.Fields;
import dev.tutti.workspace.Action;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/** What failed and can go on: whole runs, and bundles that a Break put aside. */
@RestController
@RequestMapping("/api/v1/incompletes")
class IncompletesController {

    private final Incompletes incompletes;
    private final IncompleteViews views;

    IncompletesController(Incompletes incompletes, IncompleteViews views) {
        this.incompletes = incompletes;
        this.views = views;
    }

    record Page(
            List<IncompleteViews.ItemView> items, @Nullable String next) {}

    /**
     * @param input goes into the failed module in place of what its settings say
     * @param outputs what earlier modules are taken to have given out, by their numbers
     */
    record Wish(@Nullable Fields input, @Nullable Map<String, Fields> outputs) {}

    /** The run that goes on; absent while it waits for room, the state says so. */
    record GoesOn(@Nullable String runId, String state) {}

    /** Either these, or all of a scenario and a state. */
    record Many(
            @Nullable List<String> ids,
            @Nullable String scenario,
            @Nullable String state) {}

    record Count(int count) {}

    record Dropped(boolean dropped) {}

    /** Incomplete runs, newest first. `state` may name several, separated by commas. */
    @GetMapping
    @Allowed(Action.RUN_READ)
    Page list(
            @RequestParam(required = false) @Nullable String scenario,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Locale locale) {
        IncompletePage page = incompletes.list(new IncompleteQuery(
                scenario(scenario),
                states(state),
                given(cursor).map(id -> IncompleteId.find(id).orElseThrow(() -> bad("cursor"))),
                limit));
        return new Page(
                page.items().stream().map(item -> views.item(item, locale)).toList(),
                page.next().map(IncompleteId::toString).orElse(null));
    }

    /** One with its data, and with what will be sent again and what will not when it goes on. */
    @GetMapping("/{id}")
    @Allowed(Action.RUN_READ)
    IncompleteViews.DetailView get(@PathVariable String id, Locale locale) {
        IncompleteDetail detail = incompletes.detail(id(id)).orElseThrow(Problem::notFound);
        return views.detail(detail, locale);
    }

    /** Lets one go on now, with data that was edited or as it was. */
    @PostMapping("/{id}/retry")
    @Allowed(Action.RUN_START)
    @ResponseStatus(HttpStatus.ACCEPTED)
    GoesOn retry(@PathVariable String id, @RequestBody(required = false) @Nullable Wish wish) {
        return switch (incompletes.retry(id(id), edits(wish))) {
            case Incompletes.RetryAnswer.GoesOn(RunId run) -> new GoesOn(run.toString(), "running");
            case Incompletes.RetryAnswer.Soon _ -> new GoesOn(null, "scheduled");
            case Incompletes.RetryAnswer.Unknown _ -> throw Problem.notFound();
            case Incompletes.RetryAnswer.Busy _ -> throw new Problem(409, "incomplete-busy");
            case Incompletes.RetryAnswer.NotOpen(Incomplete.State state) ->
                throw new Problem(409, "incomplete-not-open", state.word());
            case Incompletes.RetryAnswer.NoVersion _ -> throw new Problem(409, "run-version-gone");
            case Incompletes.RetryAnswer.NoModule(int module) -> throw new Problem(422, "incomplete-module", module);
        };
    }

    /** Lets many go on, a few of a scenario at a time. */
    @PostMapping("/retry")
    @Allowed(Action.RUN_START)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Count retryMany(@RequestBody Many which) {
        return new Count(incompletes.retry(selection(which)));
    }

    /** Gives one up; a run that stands there ends as stopped. */
    @PostMapping("/{id}/drop")
    @Allowed(Action.RUN_START)
    Dropped drop(@PathVariable String id) {
        if (incompletes.find(id(id)).isEmpty()) {
            throw Problem.notFound();
        }
        return new Dropped(incompletes.drop(id(id)));
    }

    /** Gives many up. */
    @PostMapping("/drop")
    @Allowed(Action.RUN_START)
    Count dropMany(@RequestBody Many which) {
        return new Count(incompletes.drop(selection(which)));
    }

    private static Incompletes.Selection selection(Many which) {
        List<String> ids = which.ids() == null ? List.of() : which.ids();
        if (ids.isEmpty() && which.scenario() == null && which.state() == null) {
            throw Problem.field("ids", "problem.incomplete-which.detail");
        }
        return new Incompletes.Selection(
                ids.stream()
                        .map(id -> IncompleteId.find(id).orElseThrow(() -> bad("ids")))
                        .toList(),
                scenario(which.scenario()),
                states(which.state()));
    }

    private static Edits edits(@Nullable Wish wish) {
        if (wish == null) {
            return Edits.NONE;
        }
        return new Edits(Optional.ofNullable(wish.input()), bundles(wish.outputs()));
    }

    /** Bundles by the numbers of modules. */
    static Map<Integer, Fields> bundles(@Nullable Map<String, Fields> given) {
        Map<Integer, Fields> bundles = new HashMap<>();
        if (given != null) {
            given.forEach((no, bundle) -> {
                if (!no.matches("\\d{1,5}")) {
                    throw Problem.field("outputs", "problem.run-outputs.detail");
                }
                bundles.put(Integer.parseInt(no), bundle);
            });
        }
        return bundles;
    }

    private static IncompleteId id(String text) {
        return IncompleteId.find(text).orElseThrow(Problem::notFound);
    }

    private static Optional<ScenarioId> scenario(@Nullable String text) {
        return given(text).map(id -> ScenarioId.parse(id).orElseThrow(() -> bad("scenario")));
    }

    private static Set<Incomplete.State> states(@Nullable String words) {
        Set<Incomplete.State> states = EnumSet.noneOf(Incomplete.State.class);
        given(words).ifPresent(text -> {
            for (String word : text.split(",")) {
                states.add(Arrays.stream(Incomplete.State.values())
                        .filter(state -> state.word().equals(word.strip()))
                        .findFirst()
                        .orElseThrow(() -> bad("state")));
            }
        });
        return states;
    }

    private static Optional<String> given(@Nullable String parameter) {
        return Optional.ofNullable(parameter).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Problem bad(String parameter) {
        return new Problem(400, "bad-parameter", parameter);
    }
}
