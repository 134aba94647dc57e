package dev.tutti.expression;

import dev.tutti.value.Blob;
import dev.tutti.value.Json;
import dev.tutti.value.Nothing;
import dev.tutti.value.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** A scope for tests: what is asked of it was put in before. */
final class World implements Scope {
    static final Instant NOW = Instant.parse("2019-03-19T14:30:15.250Z");

    private final Map<Integer, Value> modules = new HashMap<>();
    private final Map<String, Value> variables = new HashMap<>();
    private ZoneId zone = ZoneId.of("UTC");
    private Locale locale = Locale.ENGLISH;
    private Limits limits = Limits.DEFAULT;
    private long nanosPerLook;
    private long nanos;
    private byte[] stored = {};

    World with(int module, Value bundle) {
        modules.put(module, bundle);
        return this;
    }

    World with(int module, String json) {
        return with(module, Json.parse(json).value().orElseThrow());
    }

    World with(String variable, String json) {
        variables.put(variable, Json.parse(json).value().orElseThrow());
        return this;
    }

    World in(String zone) {
        this.zone = ZoneId.of(zone);
        return this;
    }

    World in(Locale locale) {
        this.locale = locale;
        return this;
    }

    World limited(Limits limits) {
        this.limits = limits;
        return this;
    }

    /** Each look at the clock finds it this much later. */
    World ticking(long nanosPerLook) {
        this.nanosPerLook = nanosPerLook;
        return this;
    }

    World storing(byte[] bytes) {
        this.stored = bytes;
        return this;
    }

    /** The value of a template that must parse and evaluate. */
    Value value(String template) {
        return switch (evaluated(template)) {
            case Evaluated.Ok(Value value) -> value;
            case Evaluated.Error(ExpressionError error) -> throw new AssertionError(template + ": " + error.message());
        };
    }

    /** The same as JSON. */
    String json(String template) {
        return Json.write(value(template));
    }

    ExpressionError error(String template) {
        return switch (evaluated(template)) {
            case Evaluated.Ok(Value value) -> throw new AssertionError(template + " gives " + value);
            case Evaluated.Error(ExpressionError error) -> error;
        };
    }

    Evaluated evaluated(String template) {
        return switch (Expressions.parse(template)) {
            case Parse.Ok(Template parsed) -> Expressions.compile(parsed).evaluate(this);
            case Parse.Bad bad -> throw new AssertionError(template + ": " + bad.problems());
        };
    }

    @Override
    public Value module(int no) {
        return modules.getOrDefault(no, Nothing.NULL);
    }

    @Override
    public Value variable(String name) {
        return variables.getOrDefault(name, Nothing.NULL);
    }

    @Override
    public Instant now() {
        return NOW;
    }

    @Override
    public double random() {
        return 0.25;
    }

    @Override
    public UUID uuid() {
        return UUID.fromString("7b1f7a1e-3c55-4c2e-9a5e-0d9a5b1c2d3e");
    }

    @Override
    public String executionId() {
        return "run-1";
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public Locale locale() {
        return locale;
    }

    @Override
    public byte[] bytes(Blob blob) {
        return blob.content() instanceof Blob.Content.Inline(byte[] bytes) ? bytes : stored;
    }

    @Override
    public long nanoTime() {
        nanos += nanosPerLook;
        return nanos;
    }

    @Override
    public Limits limits() {
        return limits;
    }
}
