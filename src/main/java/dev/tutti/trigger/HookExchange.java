package dev.tutti.trigger;

import dev.tutti.run.RunId;
import dev.tutti.value.Fields;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request on its way through the door, with what is to be written down of it. */
final class HookExchange {

    final HttpServletRequest request;
    final HttpServletResponse response;
    final HookRoute route;
    final long began = System.nanoTime();
    byte @Nullable [] body;
    List<Fields> bundles = List.of();
    byte[] answer = {};

    @Nullable
    RunId run;

    HookExchange(HttpServletRequest request, HttpServletResponse response, HookRoute route) {
        this.request = request;
        this.response = response;
        this.route = route;
    }

    void problem(HookProblem problem) throws IOException {
        answer = HookAnswer.problem(request, response, problem);
    }

    void accepted() throws IOException {
        answer = HookAnswer.accepted(response);
    }
}
