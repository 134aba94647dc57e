package dev.tutti.api;

import dev.tutti.run.Cause;
import dev.tutti.run.Run;
import dev.tutti.run.Runs;
import dev.tutti.run.ScenarioInputs;
import dev.tutti.run.Started;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.ScenarioVersion;
import dev.tutti.scenario.ScenarioVersionId;
import dev.tutti.scenario.Scenarios;
import dev.tutti.scenario.Settings;
import dev.tutti.scenario.StartsBy;
import dev.tutti.trigger.Begun;
import dev.tutti.trigger.Captures;
import dev.tutti.trigger.Triggers;
import dev.tutti.value.Fields;
import dev.tutti.value.Message;
import dev.tutti.value.Value;
import dev.tutti.workspace.Action;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Runs a scenario because a person or a program asks for it. */
@RestController
@RequestMapping("/api/v1/scenarios/{id}")
class ScenarioRunsController {

    private static final int LONGEST_WAIT = 300;

    private final Scenarios scenarios;
    private final Triggers triggers;
    private final Captures captures;
    private final Authors authors;
    private final RunViews views;
    private final Runs runs;

    ScenarioRunsController(
            Scenarios scenarios, Triggers triggers, Captures captures, Authors authors, RunViews views, Runs runs) {
        this.runs = runs;
        this.scenarios = scenarios;
        this.triggers = triggers;
        this.captures = captures;
        this.authors = authors;
        this.views = views;
    }

    /**
     * @param version `draft` or `live`; without it what is live, or the draft where nothing was published
     * @param data what the trigger gives out: a bundle or a list of bundles
     * @param capture true waits for the next request instead, where the draft starts with a webhook
     */
    record Wish(
            @Nullable String version,
            @Nullable Value data,
            @Nullable Boolean capture) {}

    record Answer(
            @Nullable String runId,
            String status,
            @Nullable Instant until,
            RunViews.@Nullable ReplyView reply,
            @Nullable Fields outputs,
            RunViews.@Nullable ErrorView error) {

        static Answer of(Started started, String status) {
            return new Answer(started.id().toString(), status, null, null, null, null);
        }
    }

    record Stopped(boolean stopped) {}

    /** Starts a run; with `wait` it waits up to so many seconds for its end. */
    @PostMapping("/run")
    @Allowed(Action.RUN_START)
    ResponseEntity<Answer> run(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer wait,
            @RequestBody(required = false) @Nullable Wish wish,
            HttpServletRequest request,
            Locale locale) {
        ScenarioId scenario = ScenarioId.parse(id).orElseThrow(Problem::notFound);
        Wish wanted = wish == null ? new Wish(null, null, null) : wish;
        ScenarioVersionId version = version(scenario, wanted, locale);
        if (Boolean.TRUE.equals(wanted.capture())) {
            return ResponseEntity.accepted().body(capture(scenario, version));
        }
        Cause cause = BearerFilter.carriesToken(request) ? Cause.API : Cause.MANUAL;
        Begun begun = triggers.start(version, cause, bundles(version, wanted.data(), locale));
        if (begun instanceof Begun.NothingNew) {
            return ResponseEntity.ok(new Answer(null, "nothing-new", null, null, null, null));
        }
        if (!(begun instanceof Begun.Running(Started started))) {
            throw new Problem(409, "run-polls");
        }
        if (!started.accepted()) {
            throw new Problem(503, "busy");
        }
        if (wait == null || wait <= 0) {
            return ResponseEntity.accepted().body(Answer.of(started, "running"));
        }
        return ended(started, Duration.ofSeconds(Math.min(wait, LONGEST_WAIT)), locale);
    }

    private ResponseEntity<Answer> ended(Started started, Duration atMost, Locale locale) {
        long began = System.nanoTime();
        Started.Answer answer = started.answer(atMost);
        Duration left = atMost.minusNanos(System.nanoTime() - began);
        Optional<Run> run = started.ended(left.isNegative() ? Duration.ZERO : left);
        if (run.isEmpty()) {
            return ResponseEntity.accepted().body(Answer.of(started, "running"));
        }
        return ResponseEntity.ok(new Answer(
                started.id().toString(),
                run.get().status().word(),
                null,
                answer instanceof Started.Answer.Replied(var reply) ? RunViews.ReplyView.of(reply) : null,
                outputs(started),
                run.get()
                        .error()
                        .map(error -> views.view(error, run.get(), locale))
                        .orElse(null)));
    }

    /** What the scenario gave back; of a confidential one only who waits here is told. */
    private @Nullable Fields outputs(Started started) {
        Fields given = started.outputs();
        return given.isEmpty() ? runs.returned(started.id()).orElse(null) : given;
    }

    /** The draft waits no longer for a request. */
    @PostMapping("/stop-capture")
    @Allowed(Action.RUN_START)
    Stopped stopCapture(@PathVariable String id) {
        ScenarioId scenario = ScenarioId.parse(id).orElseThrow(Problem::notFound);
        if (scenarios.find(scenario).isEmpty()) {
            throw Problem.notFound();
        }
        return new Stopped(captures.stop(scenario));
    }

    private Answer capture(ScenarioId scenario, ScenarioVersionId version) {
        boolean webhook = scenarios
                .plan(version)
                .filter(executable -> executable.startsBy() instanceof StartsBy.Webhook)
                .isPresent();
        if (!webhook) {
            throw new Problem(409, "run-no-webhook");
        }
        return new Answer(null, "waiting-for-request", captures.begin(scenario, version), null, null, null);
    }

    private ScenarioVersionId version(ScenarioId scenario, Wish wish, Locale locale) {
        boolean known = scenarios.find(scenario).isPresent();
        String which = wish.version() == null ? "" : wish.version();
        if (!known) {
            throw Problem.notFound();
        }
        if (!List.of("", "draft", "live").contains(which)) {
            throw Problem.field("version", "problem.run-version.detail");
        }
        Optional<ScenarioVersion> live = which.equals("draft") || Boolean.TRUE.equals(wish.capture())
                ? Optional.empty()
                : scenarios.live(scenario);
        if (live.isEmpty() && which.equals("live")) {
            throw new Problem(409, "run-not-live");
        }
        return live.map(ScenarioVersion::id).orElseGet(() -> snapshot(scenario, locale));
    }

    private ScenarioVersionId snapshot(ScenarioId scenario, Locale locale) {
        return switch (scenarios.snapshot(scenario, authors.author())) {
            case Scenarios.Snapshot(ScenarioVersion version) -> version.id();
            case Scenarios.Unknown unknown -> throw Problem.notFound();
            case Scenarios.Blocked(var problems) ->
                throw new Problem(422, "draft-has-errors").with("problems", ProblemView.of(problems, locale));
        };
    }

    /** The bundles for the trigger, checked against the inputs that the scenario declares. */
    private List<Fields> bundles(ScenarioVersionId version, @Nullable Value data, Locale locale) {
        List<Fields> bundles = Bundles.of(data);
        Settings settings = scenarios
                .plan(version)
                .map(executable -> executable.blueprint().settings())
                .orElse(Settings.DEFAULT);
        if (settings.inputs().isEmpty()) {
            return bundles;
        }
        List<Fields> checked = new ArrayList<>();
        for (Fields bundle : bundles.isEmpty() ? List.of(Fields.EMPTY) : bundles) {
            switch (ScenarioInputs.check(settings, bundle)) {
                case ScenarioInputs.Good(Fields good) -> checked.add(good);
                case ScenarioInputs.Bad(String name, Message message) ->
                    throw Problem.field("data." + name, "problem.run-input.detail", message.in(locale));
            }
        }
        return checked;
    }
}
