package dev.tutti.run;

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
import org.jspecify.annotations.Nullable;

/** Modules that note their calls. */
final class StubModules implements Modules {

    /** The calls of effectful modules in order, by run and path. */
    final List<String> calls = new CopyOnWriteArrayList<>();

    /** Lets calls of "gate" pass. */
    final Semaphore gate = new Semaphore(0);

    /** Counts down as calls arrive at "gate". */
    volatile CountDownLatch arrived = new CountDownLatch(1);

    volatile @Nullable Runnable beforeEffect;
    private final Map<String, Integer> times = new ConcurrentHashMap<>();

    int times(String key) {
        return times.getOrDefault(key, 0);
    }

    @Override
    public Effect effect(String module, int version, Fields input) {
        return switch (module) {
            case "effect", "gate", "broken" -> Effect.SEND;
            default -> Effect.NONE;
        };
    }

    @Override
    public Outcome call(String module, int version, Fields input, Invocation invocation) {
        if (effect(module, version, input) != Effect.NONE) {
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
            case "bug" -> throw new IllegalStateException("a bug");
            default -> Outcome.emitted(input);
        };
    }
}
