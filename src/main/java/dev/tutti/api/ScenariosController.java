package dev.tutti.api;

import dev.tutti.run.Run;
import dev.tutti.run.Runs;
import dev.tutti.scenario.NewScenario;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.ScenarioPage;
import dev.tutti.scenario.ScenarioQuery;
import dev.tutti.scenario.ScenarioSummary;
import dev.tutti.scenario.Scenarios;
import dev.tutti.scenario.StartWords;
import dev.tutti.scenario.StartsBy;
import dev.tutti.trigger.Schedules;
import dev.tutti.value.Fields;
import dev.tutti.value.Nothing;
import dev.tutti.value.Text;
import dev.tutti.workspace.Action;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Scenarios: create, list, rename, delete, turn on and off. */
@RestController
@RequestMapping("/api/v1/scenarios")
class ScenariosController {

    /** As many runs as a line of the list shows. */
    private static final int RECENT = 30;

    record TriggerView(String kind, String words) {}

    record LiveView(int version) {}

    record RunView(
            String id,
            String status,
            Instant startedAt,
            @Nullable Long ms,
            @Nullable String error) {}

    record RecentView(String id, String status, @Nullable Long ms) {}

    /** @param status `draft` (never published), `on`, `off`, or `failing` (on, and the last run failed) */
    record ScenarioView(
            String id,
            String name,
            boolean on,
            @Nullable String offReason,
            String status,
            TriggerView trigger,
            @Nullable LiveView live,
            int changes,
            long revision,
            List<String> modules,
            @Nullable RunView lastRun,
            @Nullable Instant nextRunAt,
            List<RecentView> recent,
            Instant createdAt,
            Instant changedAt) {}

    record PageView(List<ScenarioView> items, @Nullable String next) {}

    record OnView(boolean on) {}

    private final Scenarios scenarios;
    private final Runs runs;
    private final Schedules schedules;
    private final Authors authors;

    ScenariosController(Scenarios scenarios, Runs runs, Schedules schedules, Authors authors) {
        this.scenarios = scenarios;
        this.runs = runs;
        this.schedules = schedules;
        this.authors = authors;
    }

    /** Creates a scenario: empty, from a blueprint, or from a starter (`form`, `morning`). Every part is optional. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Action.SCENARIO_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    ScenarioView create(@RequestBody(required = false) byte @Nullable [] body, Locale locale) {
        Fields wish = ScenarioBodies.object(body == null ? new byte[0] : body);
        return view(
                scenarios.create(
                        new NewScenario(
                                text(wish, "name"),
                                wish.get("blueprint") == Nothing.NULL
                                        ? Optional.empty()
                                        : Optional.of(
                                                ScenarioBodies.blueprint(wish.get("blueprint"), "blueprint", locale)),
                                text(wish, "starter").map(ScenariosController::starter),
                                locale),
                        authors.author()),
                locale);
    }

    private static NewScenario.Starter starter(String name) {
        return switch (name) {
            case "form" -> NewScenario.Starter.FORM;
            case "morning" -> NewScenario.Starter.MORNING;
            default -> throw Problem.field("starter", "api.scenario.starter");
        };
    }

    private static Optional<String> text(Fields fields, String name) {
        return switch (fields.get(name)) {
            case Text(String text) -> Optional.of(text).filter(given -> !given.isBlank());
            case Nothing _ -> Optional.empty();
            default -> throw Problem.field(name, "api.scenario.text");
        };
    }

    /** A page of scenarios, the most recently changed first. */
    @GetMapping
    @Allowed(Action.SCENARIO_READ)
    PageView list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Locale locale) {
        ScenarioPage page = scenarios.list(new ScenarioQuery(
                Optional.ofNullable(q),
                Optional.ofNullable(status).filter(given -> !given.isBlank()).map(ScenariosController::status),
                Optional.ofNullable(cursor),
                limit));
        Map<ScenarioId, List<Run>> recent =
                runs.newestOf(page.items().stream().map(ScenarioSummary::id).toList(), RECENT);
        return new PageView(
                page.items().stream()
                        .map(item -> view(item, recent.getOrDefault(item.id(), List.of()), locale))
                        .toList(),
                page.next().orElse(null));
    }

    private static ScenarioQuery.Status status(String name) {
        return switch (name) {
            case "on" -> ScenarioQuery.Status.ON;
            case "off" -> ScenarioQuery.Status.OFF;
            case "draft" -> ScenarioQuery.Status.DRAFT;
            default -> throw new Problem(400, "bad-parameter", "status");
        };
    }

    @GetMapping("/{id}")
    @Allowed(Action.SCENARIO_READ)
    ScenarioView get(@PathVariable String id, Locale locale) {
        return scenarios.find(id(id)).map(found -> view(found, locale)).orElseThrow(ScenariosController::unknown);
    }

    /** Renames it: {@code {"name": …}}. */
    @PatchMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Action.SCENARIO_EDIT)
    ScenarioView rename(@PathVariable String id, @RequestBody byte[] body, Locale locale) {
        String name =
                text(ScenarioBodies.object(body), "name").orElseThrow(() -> Problem.field("name", "api.scenario.text"));
        return switch (scenarios.rename(id(id), name, authors.author())) {
            case Scenarios.Saved _ -> get(id, locale);
            case Scenarios.Refused refused -> throw DraftsController.refused(refused, locale);
            case Scenarios.Conflict _, Scenarios.Unknown _ -> throw unknown();
        };
    }

    @DeleteMapping("/{id}")
    @Allowed(Action.SCENARIO_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        if (!scenarios.delete(id(id), authors.author())) {
            throw unknown();
        }
    }

    /** Requests and schedules run the live version from now on. */
    @PostMapping("/{id}/on")
    @Allowed(Action.SCENARIO_PUBLISH)
    OnView on(@PathVariable String id) {
        return turned(id, true);
    }

    /** Requests and schedules run nothing from now on. */
    @PostMapping("/{id}/off")
    @Allowed(Action.SCENARIO_PUBLISH)
    OnView off(@PathVariable String id) {
        return turned(id, false);
    }

    private OnView turned(String id, boolean on) {
        return switch (scenarios.turn(id(id), on, authors.author())) {
            case Scenarios.Switched switched -> new OnView(switched.on());
            case Scenarios.NeverPublished() -> throw new Problem(409, "never-published");
            case Scenarios.Unknown() -> throw unknown();
        };
    }

    static ScenarioId id(String text) {
        return ScenarioId.parse(text).orElseThrow(ScenariosController::unknown);
    }

    static Problem unknown() {
        return new Problem(404, "scenario-unknown");
    }

    private ScenarioView view(ScenarioSummary scenario, Locale locale) {
        return view(scenario, runs.newest(scenario.id(), RECENT), locale);
    }

    private ScenarioView view(ScenarioSummary scenario, List<Run> recent, Locale locale) {
        Optional<Run> last = recent.stream().findFirst();
        return new ScenarioView(
                scenario.id().toString(),
                scenario.name(),
                scenario.on(),
                offReason(scenario, locale),
                status(scenario, last),
                new TriggerView(kind(scenario.startsBy()), StartWords.of(scenario.startsBy(), locale)),
                scenario.live()
                        .map(live -> new LiveView(live.number().orElse(0)))
                        .orElse(null),
                scenario.changes(),
                scenario.revision(),
                scenario.modules(),
                last.map(run -> view(run, locale)).orElse(null),
                schedules.next(scenario.id()).orElse(null),
                recent.stream()
                        .map(run ->
                                new RecentView(run.id().toString(), run.status().word(), ms(run)))
                        .toList(),
                scenario.createdAt(),
                scenario.changedAt());
    }

    /** Why Tutti itself switched it off. */
    private @Nullable String offReason(ScenarioSummary scenario, Locale locale) {
        return scenario.on() || scenario.live().isEmpty()
                ? null
                : runs.switchedOff(scenario.id())
                        .map(off -> off.why().in(locale))
                        .orElse(null);
    }

    private static String status(ScenarioSummary scenario, Optional<Run> last) {
        if (scenario.live().isEmpty()) {
            return "draft";
        }
        boolean failing = last.filter(run -> run.status() == dev.tutti.run.RunStatus.ERROR)
                .isPresent();
        return scenario.on() ? failing ? "failing" : "on" : "off";
    }

    private static String kind(StartsBy startsBy) {
        return switch (startsBy) {
            case StartsBy.Webhook _ -> "webhook";
            case StartsBy.Schedule _ -> "schedule";
            case StartsBy.OnDemand() -> "onDemand";
        };
    }

    private static RunView view(Run run, Locale locale) {
        return new RunView(
                run.id().toString(),
                run.status().word(),
                run.startedAt(),
                ms(run),
                run.error().map(error -> error.message(locale)).orElse(null));
    }

    private static @Nullable Long ms(Run run) {
        return run.took().map(Duration::toMillis).orElse(null);
    }
}
