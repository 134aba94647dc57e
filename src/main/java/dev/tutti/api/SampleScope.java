package dev.tutti.api;

import dev.tutti.expression.Scope;
import dev.tutti.scenario.Draft;
import dev.tutti.value.Fields;
import dev.tutti.value.Nothing;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The world in which a mapping is tried out: samples of the modules before, and the clock as it is. */
record SampleScope(Draft draft, Samples.Taken samples, int bundle, Clock clock) implements Scope {

    @Override
    public Value module(int no) {
        return samples.modules().stream()
                .filter(sample -> sample.module().no() == no)
                .findFirst()
                .flatMap(sample -> sample.bundle(bundle))
                .map(Value.class::cast)
                .orElse(Nothing.NULL);
    }

    @Override
    public Value variable(String name) {
        return name.equals("var.scenario")
                ? Fields.of(
                        "id", new Text(draft.scenario().toString()),
                        "name", new Text(draft.name()),
                        "executionId", new Text(executionId()))
                : Nothing.NULL;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public double random() {
        return ThreadLocalRandom.current().nextDouble();
    }

    @Override
    public UUID uuid() {
        return UUID.randomUUID();
    }

    @Override
    public String executionId() {
        return samples.run().map(run -> run.id().toString()).orElse("0");
    }

    @Override
    public ZoneId zone() {
        return draft.blueprint().settings().timeZone();
    }

    @Override
    public Locale locale() {
        return draft.blueprint().settings().locale();
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }
}
