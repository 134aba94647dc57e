package dev.tutti.api;

import dev.tutti.run.LiveEvent;
import dev.tutti.run.LiveEvents;
import dev.tutti.run.Runs;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.Scenarios;
import dev.tutti.workspace.Action;
import io.swagger.v3.oas.annotations.Parameter;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Streams of server-sent events. All counts in them are totals so far: whoever comes back after a pause, with the header
 * Last-Event-ID, is told the totals again where they have changed.
 */
@RestController
@RequestMapping("/api/v1")
class EventsController {

    private final LiveEvents live;
    private final Runs runs;
    private final Scenarios scenarios;
    private final RunViews views;

    EventsController(LiveEvents live, Runs runs, Scenarios scenarios, RunViews views) {
        this.live = live;
        this.runs = runs;
        this.scenarios = scenarios;
        this.views = views;
    }

    record ModuleEvent(String run, int no, int operations, int ok, int errors, long ms, String status) {}

    record LinkEvent(String run, int from, int to, int passed, int rejected) {}

    record CaptureEvent(String state) {}

    record DraftEvent(long revision) {}

    /** One run until it ends. */
    @GetMapping(path = "/runs/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Allowed(Action.RUN_READ)
    ResponseEntity<SseEmitter> run(
            @PathVariable String id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            @Parameter(hidden = true) Locale locale) {
        var run = RunsController.id(id);
        if (runs.find(run).isEmpty()) {
            throw Problem.notFound();
        }
        long after = last != null && last.matches("\\d{1,18}") ? Long.parseLong(last) : 0;
        return stream(locale, listener -> live.run(run, after, listener), true);
    }

    /** All runs of a scenario that begin from now on, and what happens to its draft. */
    @GetMapping(path = "/scenarios/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Allowed(Action.SCENARIO_READ)
    ResponseEntity<SseEmitter> scenario(@PathVariable String id, @Parameter(hidden = true) Locale locale) {
        ScenarioId scenario = ScenarioId.parse(id).orElseThrow(Problem::notFound);
        if (scenarios.find(scenario).isEmpty()) {
            throw Problem.notFound();
        }
        return stream(locale, listener -> live.scenario(scenario, listener), false);
    }

    private ResponseEntity<SseEmitter> stream(
            Locale locale, Function<Consumer<LiveEvents.Numbered>, LiveEvents.Watch> follow, boolean once) {
        SseEmitter emitter = new SseEmitter(0L);
        AtomicReference<LiveEvents.@Nullable Watch> watch = new AtomicReference<>();
        Runnable close = () -> {
            LiveEvents.Watch open = watch.getAndSet(null);
            if (open != null) {
                open.close();
            }
        };
        emitter.onCompletion(close);
        emitter.onError(gone -> close.run());
        Thread.ofVirtual().name("stream").start(() -> {
            send(emitter, SseEmitter.event().comment("Tutti"), close);
            watch.set(follow.apply(numbered -> {
                send(emitter, event(numbered, locale), close);
                if (once && numbered.event() instanceof LiveEvent.Finished) {
                    emitter.complete();
                }
            }));
            beat(emitter, watch, close);
        });
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no")
                .body(emitter);
    }

    /** A silent reader who has gone is noticed only by writing to him. */
    private static void beat(SseEmitter emitter, AtomicReference<LiveEvents.@Nullable Watch> watch, Runnable close) {
        try {
            for (int look = 1; watch.get() instanceof LiveEvents.Watch open && !open.closed(); look++) {
                Thread.sleep(500);
                if (look % 30 == 0) {
                    send(emitter, SseEmitter.event().comment("still here"), close);
                }
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        emitter.complete();
    }

    private static void send(SseEmitter emitter, SseEmitter.SseEventBuilder event, Runnable close) {
        try {
            emitter.send(event);
        } catch (IOException | IllegalStateException gone) {
            close.run();
        }
    }

    private SseEmitter.SseEventBuilder event(LiveEvents.Numbered numbered, Locale locale) {
        Map.Entry<String, Object> named = switch (numbered.event()) {
            case LiveEvent.Began(var run) -> Map.entry("run", views.view(run, locale));
            case LiveEvent.Finished(var run) -> Map.entry("end", views.view(run, locale));
            case LiveEvent.Module(var run, var count) ->
                Map.entry(
                        "module",
                        new ModuleEvent(
                                run.toString(),
                                count.no(),
                                count.operations(),
                                count.ok(),
                                count.errors(),
                                count.millis(),
                                count.status()));
            case LiveEvent.Link(var run, var count) ->
                Map.entry(
                        "link",
                        new LinkEvent(run.toString(), count.from(), count.to(), count.passed(), count.rejected()));
            case LiveEvent.Capture(var scenario, var state) -> Map.entry("capture", new CaptureEvent(state));
            case LiveEvent.Draft(var scenario, var revision) -> Map.entry("draft", new DraftEvent(revision));
        };
        SseEmitter.SseEventBuilder event = SseEmitter.event().name(named.getKey());
        if (numbered.sequence() > 0) {
            event.id(Long.toString(numbered.sequence()));
        }
        return event.data(named.getValue(), MediaType.APPLICATION_JSON);
    }
}
