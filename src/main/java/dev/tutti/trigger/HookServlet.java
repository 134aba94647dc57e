package dev.tutti.trigger;

import dev.tutti.run.Cause;
import dev.tutti.run.Input;
import dev.tutti.run.LiveEvent;
import dev.tutti.run.LiveEvents;
import dev.tutti.run.RunOrder;
import dev.tutti.run.Runs;
import dev.tutti.run.Started;
import dev.tutti.scenario.ScenarioVersionId;
import dev.tutti.scenario.Scenarios;
import dev.tutti.scenario.StartsBy;
import dev.tutti.value.Blobs;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door for requests from outside: {@code /hook/} and a token. No session, no controller, no conversion. */
final class HookServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(HookServlet.class);
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    /** What the door leads to. */
    record Inside(
            HookRoutes routes,
            HookRequest requests,
            HookLoad load,
            Captures captures,
            Runs runs,
            Scenarios scenarios,
            LiveEvents live,
            Blobs blobs) {}

    private final transient Inside inside;

    HookServlet(Inside inside) {
        this.inside = inside;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getMethod().equals("OPTIONS")) {
            preflight(response);
            return;
        }
        try {
            Optional<HookProblem> problem = METHODS.contains(request.getMethod())
                    ? serve(request, response)
                    : Optional.of(HookProblem.of(405, "wrong-method", request.getMethod()));
            if (problem.isPresent()) {
                HookAnswer.problem(request, response, problem.get());
            }
        } catch (RuntimeException failure) {
            LOG.warn("A request could not be taken", failure);
            HookAnswer.problem(request, response, HookProblem.of(503, "unavailable"));
        }
    }

    /** A page of another site asks before it sends; anybody who knows the token may send. */
    private static void preflight(HttpServletResponse response) {
        response.setStatus(204);
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Access-Control-Allow-Methods", String.join(", ", METHODS));
        response.setHeader("Access-Control-Allow-Headers", "*");
        response.setHeader("Access-Control-Max-Age", "86400");
    }

    /** Answers, or says what to answer. */
    private Optional<HookProblem> serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        HookRoute route = path == null || path.length() < 2
                ? null
                : inside.routes().find(path.substring(1)).orElse(null);
        if (route == null) {
            return Optional.of(HookProblem.of(404, "unknown"));
        }
        if (route.live().isEmpty() && !route.draft()) {
            return Optional.of(HookProblem.of(410, "off"));
        }
        int weight = inside.load().enter(length(request));
        if (weight < 0) {
            return Optional.of(HookProblem.of(503, "busy"));
        }
        try {
            return take(request, response, route);
        } finally {
            inside.load().leave(weight);
        }
    }

    /** In bytes; -1 where a body comes whose length nobody knows. */
    private static long length(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length < 0 && request.getHeader("Transfer-Encoding") == null ? 0 : length;
    }

    private Optional<HookProblem> take(HttpServletRequest request, HttpServletResponse response, HookRoute route)
            throws IOException {
        Optional<ScenarioVersionId> draft =
                route.draft() ? inside.captures().waits(route.scenario()) : Optional.empty();
        Optional<HookRoute.Live> copy = draft.flatMap(inside.scenarios()::plan).map(HookRoutes::live);
        HookRoute.Live answering = route.live().or(() -> copy).orElse(null);
        if (answering == null) {
            return Optional.of(HookProblem.of(410, "off"));
        }
        return switch (inside.requests().take(request, wishes(answering, copy))) {
            case HookRequest.Taken.Refused(HookProblem problem) -> Optional.of(problem);
            case HookRequest.Taken.In(Input input) -> {
                Optional<Started> live = route.live().map(version -> start(version, input));
                Optional<Started> test = copy.filter(
                                waiting -> inside.captures().take(route.scenario(), waiting.version()))
                        .map(waiting -> capture(route, waiting, input));
                Optional<Started> started = live.or(() -> test);
                yield started.isEmpty()
                        ? Optional.of(HookProblem.of(410, "off"))
                        : answer(response, started.get(), answering);
            }
        };
    }

    /** Headers and method, if either of the two versions that may get the request asks for them. */
    private static StartsBy.Webhook wishes(HookRoute.Live answering, Optional<HookRoute.Live> copy) {
        StartsBy.Webhook one = answering.start();
        StartsBy.Webhook other = copy.map(HookRoute.Live::start).orElse(one);
        return new StartsBy.Webhook(one.no(), one.headers() || other.headers(), one.method() || other.method());
    }

    private Started start(HookRoute.Live version, Input input) {
        return inside.runs().start(RunOrder.of(version.version(), Cause.WEBHOOK, input));
    }

    private Started capture(HookRoute route, HookRoute.Live draft, Input input) {
        Started test = start(draft, input);
        if (test.accepted()) {
            inside.live().tell(route.scenario(), new LiveEvent.Capture(route.scenario(), "captured"));
        }
        return test;
    }

    private Optional<HookProblem> answer(HttpServletResponse response, Started started, HookRoute.Live version)
            throws IOException {
        Started.Answer answer = started.answer(version.replyWithin());
        response.setHeader("Tutti-Run", started.id().toString());
        switch (answer) {
            case Started.Answer.Replied(var reply) -> HookAnswer.reply(response, reply, inside.blobs());
            case Started.Answer.Accepted accepted -> HookAnswer.accepted(response);
            case Started.Answer.Failed(var run) -> {
                return Optional.of(HookProblem.of(500, "failed").ofRun(run.toString()));
            }
            case Started.Answer.Unavailable unavailable -> {
                return Optional.of(HookProblem.of(503, "unavailable"));
            }
        }
        return Optional.empty();
    }
}
