package dev.tutti.engine;

import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Json;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A clock that can be set, chance that can be foretold, and modules that do one simple thing each. */
final class StubWorld implements Modules, Surroundings {
    /** What the modules were called with, in order. */
    final List<String> calls = new ArrayList<>();

    final List<String> keys = new ArrayList<>();
    final List<Reply> replies = new ArrayList<>();
    Instant now = Instant.parse("2026-03-01T09:00:00Z");
    Watcher watcher = Watcher.NONE;
    private long drawn;

    @Override
    public Effect effect(String module, int version, Fields input) {
        return switch (module) {
            case "send", "wait" -> Effect.SEND;
            case "search" -> Effect.READ;
            default -> Effect.NONE;
        };
    }

    @Override
    public Outcome call(String module, int version, Fields input, Invocation invocation) {
        calls.add(module + " " + Json.write(input));
        keys.add(invocation.idempotencyKey());
        return switch (module) {
            case "echo", "send" -> Outcome.emitted(input);
            case "search" -> new Outcome.Emitted(items(input));
            case "none" -> new Outcome.Emitted(List.of());
            case "fail" -> failing(input);
            case "bug" -> throw new IllegalStateException("the password is 1234");
            case "sleep" -> new Outcome.Suspended(new Wake.At(now.plusSeconds(60)), List.of(input));
            case "wait" ->
                new Outcome.Suspended(
                        new Wake.Signal("approval", Optional.of(now.plus(Duration.ofDays(1)))), List.of());
            case "reply" -> {
                invocation.respond(new Reply(200, List.of(), input.get("body")));
                yield Outcome.emitted(Fields.EMPTY);
            }
            case "clock" ->
                Outcome.emitted(Fields.of("now", Text.of(invocation.now().toString())));
            default -> throw new AssertionError("No such stub: " + module);
        };
    }

    private static List<Fields> items(Fields input) {
        List<Value> items = input.get("items") instanceof Items(List<Value> all) ? all : List.of();
        return items.stream()
                .map(item -> item instanceof Fields fields ? fields : Fields.of("item", item))
                .toList();
    }

    /** Fails where there is a message, else passes its input on. */
    private static Outcome failing(Fields input) {
        return input.get("message") instanceof Text(String message) && !message.isEmpty()
                ? new Outcome.Failed(Failure.of(Failure.Kind.DATA, message).withDetail("as told"))
                : Outcome.emitted(input);
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public long nanos() {
        return 0;
    }

    @Override
    public double random() {
        return drawn++ % 100 / 100.0;
    }

    @Override
    public UUID uuid() {
        return new UUID(0, drawn++);
    }

    @Override
    public RunContext run() {
        return new RunContext("77", "5", "1", "Test", false);
    }

    @Override
    public Value variable(String name) {
        return name.equals("var.scenario") ? Fields.of("limit", Num.of(3)) : Surroundings.super.variable(name);
    }

    @Override
    public Watcher watcher() {
        return watcher;
    }

    @Override
    public void reply(Reply reply) {
        if (replies.isEmpty()) {
            replies.add(reply);
        }
    }
}
