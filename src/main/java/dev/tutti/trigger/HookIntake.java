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
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Structure;
import dev.tutti.value.Value;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What becomes of a request that has found its scenario: it is held against the rules, read, and runs or waits. */
@Component
class HookIntake {

    private final HookRequest requests;
    private final Captures captures;
    private final WebhookRules rules;
    private final HookQueue queue;
    private final HookMinute minutes;
    private final Runs runs;
    private final Scenarios scenarios;
    private final LiveEvents live;
    private final Blobs blobs;
    private final Clock clock;

    HookIntake(
            HookRequest requests,
            Captures captures,
            WebhookRules rules,
            HookQueue queue,
            HookMinute minutes,
            Runs runs,
            Scenarios scenarios,
            LiveEvents live,
            Blobs blobs,
            Clock clock) {
        this.requests = requests;
        this.captures = captures;
        this.rules = rules;
        this.queue = queue;
        this.minutes = minutes;
        this.runs = runs;
        this.scenarios = scenarios;
        this.live = live;
        this.blobs = blobs;
        this.clock = clock;
    }

    /** Answers, or says what to answer. */
    Optional<HookProblem> take(HookExchange exchange) throws IOException {
        HookRoute route = exchange.route;
        Optional<HookProblem> kept = route.guard().atTheDoor(exchange.request);
        if (kept.isPresent()) {
            return kept;
        }
        boolean learning = route.learning(clock.instant());
        Optional<ScenarioVersionId> draft = route.draft() ? captures.waits(route.scenario()) : Optional.empty();
        Optional<HookRoute.Live> copy = draft.flatMap(scenarios::plan).map(HookRoutes::live);
        HookRoute.Live answering = route.live().or(() -> copy).orElse(null);
        if (answering == null && !learning) {
            return Optional.of(HookProblem.of(410, "off"));
        }
        return switch (requests.take(exchange, wishes(answering, copy))) {
            case HookRequest.Taken.Refused(HookProblem problem) -> Optional.of(problem);
            case HookRequest.Taken.In(Input input) -> {
                exchange.bundles = input.bundles();
                Optional<HookProblem> wrong = Optional.empty();
                if (learning) {
                    rules.learned(route.scenario(), structure(input.bundles()));
                } else {
                    wrong = route.guard().shaped(input.bundles());
                }
                yield wrong.isPresent() ? wrong : go(exchange, answering, copy, input);
            }
        };
    }

    private static Structure structure(List<Fields> bundles) {
        return Structure.of(
                new Items(bundles.stream().<Value>map(HookGuard::data).toList()));
    }

    /** Headers and method, if either of the two versions that may get the request asks for them. */
    private static StartsBy.Webhook wishes(HookRoute.@Nullable Live answering, Optional<HookRoute.Live> copy) {
        StartsBy.Webhook one = answering == null ? new StartsBy.Webhook(0, false, false) : answering.start();
        StartsBy.Webhook other = copy.map(HookRoute.Live::start).orElse(one);
        return new StartsBy.Webhook(one.no(), one.headers() || other.headers(), one.method() || other.method());
    }

    private Optional<HookProblem> go(
            HookExchange exchange, HookRoute.@Nullable Live answering, Optional<HookRoute.Live> copy, Input input)
            throws IOException {
        HookRoute route = exchange.route;
        Optional<Started> test = copy.filter(waiting -> captures.take(route.scenario(), waiting.version()))
                .map(waiting -> capture(route, waiting, input));
        if (route.live().isPresent()) {
            return run(exchange, route.live().get(), input);
        }
        if (test.isPresent() && answering != null) {
            return answer(exchange, test.get(), answering);
        }
        if (answering != null) {
            return Optional.of(HookProblem.of(410, "off"));
        }
        exchange.accepted(); // it has taught the data structure, and nothing else wanted it
        return Optional.empty();
    }

    private Started capture(HookRoute route, HookRoute.Live draft, Input input) {
        Started test = runs.start(RunOrder.of(draft.version(), Cause.WEBHOOK, input));
        if (test.accepted()) {
            live.tell(route.scenario(), new LiveEvent.Capture(route.scenario(), "captured"));
        }
        return test;
    }

    private Optional<HookProblem> run(HookExchange exchange, HookRoute.Live version, Input input) throws IOException {
        HookRoute route = exchange.route;
        Optional<String> key = route.guard()
                .dedupKey(exchange.request, input.bundles())
                .map(hash -> "hook/" + route.scenario() + "/" + hash);
        if (version.scheduled()) {
            return queue(exchange, input, key);
        }
        OptionalInt perMinute = route.perMinute();
        if (perMinute.isPresent() && !minutes.take(route.scenario(), perMinute.getAsInt())) {
            return version.replies()
                    ? Optional.of(HookProblem.of(429, "too-many", perMinute.getAsInt()))
                    : queue(exchange, input, key);
        }
        if (version.sequential()
                && runs.queued(route.scenario()) >= route.rules().queueLimit()) {
            return Optional.of(HookProblem.of(400, "queue-full", route.rules().queueLimit()));
        }
        return answer(
                exchange,
                runs.start(new RunOrder(version.version(), Cause.WEBHOOK, input, key, Optional.empty())),
                version);
    }

    private Optional<HookProblem> queue(HookExchange exchange, Input input, Optional<String> key) throws IOException {
        HookRoute route = exchange.route;
        int limit = route.rules().queueLimit();
        if (queue.put(route.scenario(), input, key, limit) == HookQueue.Put.FULL) {
            return Optional.of(HookProblem.of(400, "queue-full", limit));
        }
        exchange.accepted();
        return Optional.empty();
    }

    private Optional<HookProblem> answer(HookExchange exchange, Started started, HookRoute.Live version)
            throws IOException {
        Started.Answer answer = started.answer(version.replyWithin());
        exchange.run = started.id();
        exchange.response.setHeader("Tutti-Run", started.id().toString());
        switch (answer) {
            case Started.Answer.Replied(var reply) ->
                exchange.answer = HookAnswer.reply(exchange.response, reply, blobs);
            case Started.Answer.Accepted accepted -> exchange.accepted();
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
