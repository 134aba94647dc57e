package dev.tutti.api;

import dev.tutti.connector.Polled;
import dev.tutti.connector.Polling;
import dev.tutti.connector.StartAt;
import dev.tutti.engine.Failure;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.trigger.CheckRuns;
import dev.tutti.trigger.Positions;
import dev.tutti.workspace.Action;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a scenario that asks for what is new starts, and how far it has come. */
@RestController
@RequestMapping("/api/v1/scenarios/{id}/position")
class PositionsController {

    private static final int DAYS = 30;

    private final Positions positions;
    private final CheckRuns checks;

    PositionsController(Positions positions, CheckRuns checks) {
        this.positions = positions;
        this.checks = checks;
    }

    /**
     * @param module the number of the trigger
     * @param kinds the ways to choose where to start: some of now, date, id, all, pick
     * @param begun whether it is known where to start; where not, it is from when the scenario is turned on
     * @param position as the trigger wrote it, absent at the very beginning
     * @param chosen how it was started last
     * @param checks on which days nothing was found how often, the latest first
     */
    record PositionView(
            int module,
            String ref,
            List<String> kinds,
            boolean begun,
            @Nullable String position,
            @Nullable String chosen,
            @Nullable Instant chosenAt,
            List<ChecksView> checks) {}

    record ChecksView(LocalDate day, int count, Instant last) {}

    /**
     * @param kind `now`, `date`, `id`, `all` or `pick`
     * @param date with `date`: what is as old as this or newer
     * @param id with `id`: what comes after it; with `pick`: this one and what comes after it
     */
    record Wish(
            @Nullable String kind,
            @Nullable Instant date,
            @Nullable String id) {}

    /** Where it stands; 404 where its trigger is not one that asks for what is new. */
    @GetMapping
    @Allowed(Action.SCENARIO_READ)
    PositionView get(@PathVariable String id) {
        ScenarioId scenario = scenario(id);
        return view(scenario, positions.of(scenario).orElseThrow(Problem::notFound));
    }

    /** Starts somewhere else, whatever was given out before. */
    @PostMapping
    @Allowed(Action.SCENARIO_PUBLISH)
    PositionView choose(@PathVariable String id, @RequestBody Wish wish) {
        ScenarioId scenario = scenario(id);
        return switch (positions.choose(scenario, start(wish)).orElseThrow(Problem::notFound)) {
            case Positions.Choice.Done(Positions.Where where) -> view(scenario, where);
            case Positions.Choice.NotOffered(var offered) ->
                throw Problem.field(
                        "kind",
                        "problem.position-kind.detail",
                        offered.stream().sorted().map(StartAt.Kind::json).collect(Collectors.joining(", ")));
            case Positions.Choice.Busy() -> throw new Problem(409, "run-polls");
            case Positions.Choice.Failed(Failure failure) -> throw failed(failure);
        };
    }

    /** What one may pick to start with, the newest first: the trigger is asked now. */
    @GetMapping("/candidates")
    @Allowed(Action.SCENARIO_READ)
    Items<Polling.Candidate> candidates(@PathVariable String id) {
        return switch (positions.candidates(scenario(id)).orElseThrow(Problem::notFound)) {
            case Polled.Got<List<Polling.Candidate>>(var all) -> new Items<>(all);
            case Polled.Failed<List<Polling.Candidate>>(Failure failure) -> throw failed(failure);
        };
    }

    private static Problem failed(Failure failure) {
        Problem problem = new Problem(422, "poll-failed", failure.message());
        failure.advice().ifPresent(advice -> problem.with("advice", advice));
        return problem;
    }

    private static StartAt start(Wish wish) {
        StartAt.Kind kind = Arrays.stream(StartAt.Kind.values())
                .filter(each -> each.json().equals(wish.kind()))
                .findFirst()
                .orElseThrow(() -> Problem.field("kind", "problem.position-kind.detail", "now, date, id, all, pick"));
        return switch (kind) {
            case NOW -> new StartAt.Now();
            case ALL -> new StartAt.All();
            case DATE ->
                new StartAt.SinceDate(Optional.ofNullable(wish.date())
                        .orElseThrow(() -> Problem.field("date", "problem.position-date.detail")));
            case ID -> new StartAt.AfterId(id(wish));
            case PICK -> new StartAt.With(id(wish));
        };
    }

    private static String id(Wish wish) {
        return Optional.ofNullable(wish.id())
                .filter(id -> !id.isBlank() && id.length() <= 500)
                .orElseThrow(() -> Problem.field("id", "problem.position-id.detail"));
    }

    private PositionView view(ScenarioId scenario, Positions.Where where) {
        return new PositionView(
                where.module(),
                where.ref(),
                where.starts().stream().sorted().map(StartAt.Kind::json).toList(),
                where.begun(),
                where.position().orElse(null),
                where.chosen().map(StartAt.Kind::json).orElse(null),
                where.chosenAt().orElse(null),
                checks.of(scenario, DAYS).stream()
                        .map(day -> new ChecksView(day.day(), day.checks(), day.last()))
                        .toList());
    }

    private static ScenarioId scenario(String id) {
        return ScenarioId.parse(id).orElseThrow(Problem::notFound);
    }
}
