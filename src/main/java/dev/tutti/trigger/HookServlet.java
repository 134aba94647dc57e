package dev.tutti.trigger;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
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
    record Inside(HookRoutes routes, HookLoad load, HookIntake intake, HookLog log, Clock clock) {}

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
        String path = request.getRequestURI();
        HookRoute route =
                inside.routes().find(path.substring(path.lastIndexOf('/') + 1)).orElse(null);
        if (route == null) {
            return Optional.of(HookProblem.of(404, "unknown"));
        }
        if (route.live().isEmpty()
                && !route.draft()
                && !route.learning(inside.clock().instant())) {
            return Optional.of(HookProblem.of(410, "off"));
        }
        int weight = inside.load().enter(length(request));
        if (weight < 0) {
            return Optional.of(HookProblem.of(503, "busy"));
        }
        HookExchange exchange = new HookExchange(request, response, route);
        try {
            Optional<HookProblem> problem = inside.intake().take(exchange);
            if (problem.isPresent()) {
                exchange.problem(problem.get());
            }
            inside.log().note(exchange);
            return Optional.empty();
        } finally {
            inside.load().leave(weight);
        }
    }

    /** In bytes; -1 where a body comes whose length nobody knows. */
    private static long length(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length < 0 && request.getHeader("Transfer-Encoding") == null ? 0 : length;
    }
}
