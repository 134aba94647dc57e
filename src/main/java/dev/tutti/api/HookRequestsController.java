package dev.tutti.api;

import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.ScenarioSummary;
import dev.tutti.scenario.Scenarios;
import dev.tutti.trigger.HookRequests;
import dev.tutti.trigger.HookRequests.Logged;
import dev.tutti.trigger.HookRequests.Waiting;
import dev.tutti.value.Fields;
import dev.tutti.workspace.Action;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What came in at a webhook, and what waits there. */
@RestController
@RequestMapping("/api/v1/webhooks/{scenario}")
class HookRequestsController {

    private static final int MOST = 100;

    private final HookRequests requests;
    private final Scenarios scenarios;

    HookRequestsController(HookRequests requests, Scenarios scenarios) {
        this.requests = requests;
        this.scenarios = scenarios;
    }

    /**
     * @param status of the answer
     * @param request method, query, address, ms, headers, size, body (up to 16 KB), answer, parsed; of confidential
     *     scenarios no data
     */
    record LoggedView(
            String id, Instant at, int status, @Nullable String runId, Fields request) {}

    record LogPage(List<LoggedView> items, @Nullable String next) {}

    record WaitingView(String id, Instant receivedAt, List<Fields> bundles) {}

    record QueuePage(
            int count, List<WaitingView> items, @Nullable String next) {}

    record Deleted(int count) {}

    /**
     * The requests of the last days, the newest first. Where very many come, only some are written down.
     *
     * @param status `ok`, `error` or the status of the answer
     */
    @GetMapping("/requests")
    @Allowed(Action.RUN_READ)
    LogPage log(
            @PathVariable String scenario,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        int size = Math.clamp(limit, 1, MOST);
        int exact = status != null && status.matches("[1-5]\\d\\d") ? Integer.parseInt(status) : 0;
        if (status != null && exact == 0 && !List.of("", "ok", "error").contains(status)) {
            throw Problem.field("status", "problem.hook-status.detail");
        }
        int least = exact > 0 ? exact : "error".equals(status) ? 400 : 0;
        int most = exact > 0 ? exact : "ok".equals(status) ? 399 : 999;
        List<Logged> found = requests.list(new HookRequests.Query(
                find(scenario),
                least,
                most,
                Optional.ofNullable(from),
                Optional.ofNullable(to),
                Optional.ofNullable(cursor).map(HookRequestsController::number),
                size + 1));
        List<Logged> page = found.subList(0, Math.min(size, found.size()));
        return new LogPage(
                page.stream().map(HookRequestsController::view).toList(),
                found.size() > size ? String.valueOf(page.getLast().id()) : null);
    }

    /** The requests that wait for their turn, the oldest first. */
    @GetMapping("/queue")
    @Allowed(Action.RUN_READ)
    QueuePage queue(
            @PathVariable String scenario,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        ScenarioId id = find(scenario);
        int size = Math.clamp(limit, 1, MOST);
        List<Waiting> found = requests.waiting(id, cursor == null ? 0 : number(cursor), size + 1);
        List<Waiting> page = found.subList(0, Math.min(size, found.size()));
        return new QueuePage(
                requests.waiting(id),
                page.stream()
                        .map(it -> new WaitingView(String.valueOf(it.id()), it.receivedAt(), it.bundles()))
                        .toList(),
                found.size() > size ? String.valueOf(page.getLast().id()) : null);
    }

    /** Deletes all that wait; they never run. */
    @DeleteMapping("/queue")
    @Allowed(Action.RUN_START)
    Deleted deleteAll(@PathVariable String scenario) {
        return new Deleted(requests.dropAll(find(scenario)));
    }

    /** Deletes one that waits. */
    @DeleteMapping("/queue/{request}")
    @Allowed(Action.RUN_START)
    Deleted delete(@PathVariable String scenario, @PathVariable String request) {
        if (!requests.drop(find(scenario), number(request))) {
            throw new Problem(404, "hook-queue-gone");
        }
        return new Deleted(1);
    }

    private ScenarioId find(String scenario) {
        return ScenarioId.parse(scenario)
                .flatMap(scenarios::find)
                .map(ScenarioSummary::id)
                .orElseThrow(Problem::notFound);
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException noId) {
            throw Problem.notFound();
        }
    }

    private static LoggedView view(Logged logged) {
        return new LoggedView(
                String.valueOf(logged.id()),
                logged.at(),
                logged.status(),
                logged.run().map(run -> run.toString()).orElse(null),
                logged.entry());
    }
}
