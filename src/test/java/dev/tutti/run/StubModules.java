package dev.tutti.run;

import dev.tutti.connector.ScenarioCalls;
import dev.tutti.engine.Effect;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Modules;
import dev.tutti.engine.Outcome;
import dev.tutti.engine.Reply;
import dev.tutti.engine.Wake;
import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Modules that note their calls. */
final class StubModules implements Modules {

    /** The calls of effectful modules in order, by run and path. */
    final List<String> calls = new CopyOnWriteArrayList<>();

    /** Lets calls of "gate" pass. */
    final Semaphore gate = new Semaphore(0);

    /** Counts down as calls arrive at "gate". */
    volatile CountDownLatch arrived = new CountDownLatch(1);

    /** Whether nobody is there whom "shaky" could reach. */
    volatile boolean shaking = true;

    /** How "call" calls, and what "callAgain" is told. */
    volatile @Nullable ScenarioCalls scenarios;

    volatile Supplier<Fields> arguments = () -> Fields.EMPTY;

    /** What "second" likes. */
    volatile Predicate<Fields> second = input -> true;

    volatile @Nullable Runnable beforeEffect;
    private final Map<String, Integer> times = new ConcurrentHashMap<>();

    int times(String key) {
        return times.getOrDefault(key, 0);
    }

    private Outcome calls(Fields input, Invocation invocation) {
        boolean wait = input.get("wait") == dev.tutti.value.Bool.TRUE;
        String scenario = ((Text) input.get("scenario")).text();
        return switch (java.util.Objects.requireNonNull(scenarios).start(scenario, Fields.EMPTY, wait, invocation)) {
            case ScenarioCalls.Refused(Failure failure) -> new Outcome.Failed(failure);
            case ScenarioCalls.Started(String run) ->
                wait
                        ? new Outcome.Suspended(
                                new Wake.Signal(ScenarioCalls.signal(run), java.util.Optional.empty()), List.of())
                        : Outcome.emitted(Fields.EMPTY);
        };
    }

    @Override
    public Effect effect(String module, int version, Fields input) {
        return switch (module) {
            case "effect", "gate", "broken", "shaky", "fussy", "call", "callAgain" -> Effect.SEND;
            default -> Effect.NONE;
        };
    }

    @Override
    public Outcome call(String module, int version, Fields input, Invocation invocation) {
        if (effect(module, version, input) != Effect.NONE && !module.startsWith("call")) {
            calls.add(invocation.run().runId() + " " + invocation.at());
            times.merge(invocation.idempotencyKey(), 1, Integer::sum);
        }
        return switch (module) {
            case "effect" -> {
                Runnable before = beforeEffect;
                if (before != null) {
                    before.run();
                }
                yield Outcome.emitted(Fields.of("sent", Num.of(1)));
            }
            case "gate" -> {
                arrived.countDown();
                try {
                    if (!gate.tryAcquire(30, TimeUnit.SECONDS)) {
                        throw new IllegalStateException("Nobody opened the gate");
                    }
                } catch (InterruptedException asked) {
                    throw new IllegalStateException(asked);
                }
                yield Outcome.emitted(Fields.of("passed", Num.of(1)));
            }
            case "reply" -> {
                invocation.respond(new Reply(201, List.of(), Text.of("said " + invocation.at())));
                yield Outcome.emitted(Fields.EMPTY);
            }
            case "sleep" ->
                new Outcome.Suspended(
                        new Wake.At(invocation.now().plus(Duration.ofMillis(900))), List.of(Fields.EMPTY));
            case "nap" ->
                new Outcome.Suspended(new Wake.At(invocation.now().plus(Duration.ofHours(1))), List.of(Fields.EMPTY));
            case "broken", "fail" -> Outcome.failed(Failure.Kind.DATA, "It does not fit", "Make it fit");
            case "shaky" ->
                shaking
                        ? Outcome.failed(Failure.Kind.CONNECTION, "Nobody is there", "Wait")
                        : Outcome.emitted(Fields.of("sent", Num.of(1)));
            case "fussy" ->
                input.has("ok")
                        ? Outcome.emitted(Fields.of("liked", input.get("ok")))
                        : Outcome.failed(Failure.Kind.DATA, "It is not ok");
            case "second" ->
                second.test(input) ? Outcome.emitted(input) : Outcome.failed(Failure.Kind.DATA, "Not this time");
            case "three" ->
                new Outcome.Emitted(
                        List.of(Fields.of("i", Num.of(1)), Fields.of("i", Num.of(2)), Fields.of("i", Num.of(3))));
            case "call" -> calls(input, invocation);
            case "callAgain" -> calls(arguments.get().with("wait", dev.tutti.value.Bool.of(true)), invocation);
            case "bug" -> throw new IllegalStateException("a bug");
            default -> Outcome.emitted(input);
        };
    }
}
