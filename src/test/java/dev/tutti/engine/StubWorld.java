package dev.tutti.engine;

import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Json;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A clock that can be set, chance that can be foretold, and modules that do one simple thing each. */
final class StubWorld implements Modules, Surroundings {
    /** What the modules were called with, in order. */
    final List<String> calls = new ArrayList<>();

    final List<String> keys = new ArrayList<>();
    final List<Reply> replies = new ArrayList<>();
    /** What is in the table, committed. */
    final Map<String, String> rows = new LinkedHashMap<>();

    /** What the trigger was told about its cycles. */
    final List<String> settled = new ArrayList<>();

    /** The bundles of the cycles after the first. */
    final Deque<List<Fields>> more = new ArrayDeque<>();

    Fields ofWorkspace = Fields.of("color", Text.of("red"));
    String runId = "77";
    boolean commitFails;
    boolean test;
    int closed;
    private final Map<String, Integer> attempts = new HashMap<>();
    Instant now = Instant.parse("2026-03-01T09:00:00Z");
    Watcher watcher = Watcher.NONE;
    private long drawn;

    @Override
    public Effect effect(String module, int version, Fields input) {
        return switch (module) {
            case "send", "wait", "flaky", "ask" -> Effect.SEND;
            case "row", "badRow" -> Effect.CREATE;
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
            case "flaky" -> flaky(input, invocation);
            case "ask" -> new Outcome.Suspended(new Wake.Signal("run 78", Optional.empty()), List.of());
            case "row" -> {
                table(invocation).pending.put(invocation.idempotencyKey(), Json.write(input));
                yield Outcome.emitted(input);
            }
            case "badRow" -> {
                table(invocation).pending.put(invocation.idempotencyKey(), Json.write(input));
                yield Outcome.failed(Failure.Kind.DATA, "The row is not wanted");
            }
            case "join" -> Outcome.emitted(Fields.of("joined", Text.of(Json.write(input))));
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

    /** Fails so many times, or in every other minute, and emits its input at last. */
    private Outcome flaky(Fields input, Invocation invocation) {
        int tried = input.has("times")
                ? attempts.merge(invocation.at().toString(), 1, Integer::sum)
                : (int) (now.getEpochSecond() / 60 % 2);
        int times = input.get("times") instanceof Num(var number) ? number.intValue() : 0;
        Failure failure = Failure.of(kind(input, Failure.Kind.CONNECTION), "Not now");
        return tried > times
                ? Outcome.emitted(input)
                : new Outcome.Failed(
                        input.get("seconds") instanceof Num(var seconds)
                                ? failure.withRetryAfter(Duration.ofSeconds(seconds.longValue()))
                                : failure);
    }

    private static Failure.Kind kind(Fields input, Failure.Kind otherwise) {
        return input.get("type") instanceof Text(String type)
                ? Failure.Kind.named(type).orElseThrow()
                : otherwise;
    }

    private Table table(Invocation invocation) {
        return invocation.transaction("table", Table::new);
    }

    /** A table in which rows count once they are committed. */
    private final class Table implements Transaction {
        private final Map<String, String> pending = new LinkedHashMap<>();

        @Override
        public void commit() {
            if (commitFails) {
                throw new IllegalStateException("the disk is full");
            }
            rows.putAll(pending);
            pending.clear();
        }

        @Override
        public void rollback() {
            pending.clear();
        }

        @Override
        public void close() {
            closed++;
        }
    }

    /** Fails where there is a message, else passes its input on. */
    private static Outcome failing(Fields input) {
        return input.get("message") instanceof Text(String message) && !message.isEmpty()
                ? new Outcome.Failed(
                        Failure.of(kind(input, Failure.Kind.DATA), message).withDetail("as told"))
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
        return new RunContext(runId, "5", "1", "Test", test);
    }

    @Override
    public Value variable(String name) {
        return switch (name) {
            case "var.scenario" -> Fields.of("limit", Num.of(3));
            case "var.input" -> Fields.of("who", Text.of("Ada"));
            case "var.workspace" -> ofWorkspace;
            default -> Surroundings.super.variable(name);
        };
    }

    @Override
    public Optional<Failure> unready(String connection) {
        return connection.equals("expired")
                ? Optional.of(Failure.of(Failure.Kind.ACCOUNT_VALIDATION, "Sign in again"))
                : Optional.empty();
    }

    @Override
    public List<Fields> more(int cycle) {
        return more.isEmpty() ? List.of() : more.remove();
    }

    @Override
    public void settle(int cycle, boolean counts) {
        settled.add(cycle + (counts ? " counts" : " does not count") + (rows.isEmpty() ? "" : ", rows are there"));
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
