package dev.tutti.scenario;

import dev.tutti.engine.Effect;
import dev.tutti.engine.Engine;
import dev.tutti.engine.Entry;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Journal;
import dev.tutti.engine.Modules;
import dev.tutti.engine.Outcome;
import dev.tutti.engine.Plan;
import dev.tutti.engine.Reply;
import dev.tutti.engine.Result;
import dev.tutti.engine.RunContext;
import dev.tutti.engine.StepPath;
import dev.tutti.engine.Surroundings;
import dev.tutti.value.Fields;
import dev.tutti.value.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Runs plans over modules that write down what they got and give it on. */
final class TestRun implements Modules, Surroundings {

    final List<String> calls = new ArrayList<>();
    final List<Reply> replies = new ArrayList<>();

    static TestRun of(Blueprint blueprint, String... bundles) {
        return of(new PlanCompiler(TestCatalogue.CATALOGUE).compile(blueprint), bundles);
    }

    static TestRun of(Plan plan, String... bundles) {
        TestRun run = new TestRun();
        Result result =
                Engine.run(plan, List.of(bundles).stream().map(Drawing::fields).toList(), new InMemory(), run, run);
        run.calls.add(
                result instanceof Result.Ended ended
                        ? ended.status()
                                + ended.fault()
                                        .map(fault -> " " + fault.failure().message())
                                        .orElse("")
                        : "suspended");
        return run;
    }

    @Override
    public Effect effect(String module, int version, Fields input) {
        return Effect.NONE;
    }

    @Override
    public Outcome call(String module, int version, Fields input, Invocation invocation) {
        calls.add(module.replace("tools:compose", "text") + " " + Json.write(input));
        if (module.equals("webhook:reply")) {
            invocation.respond(new Reply(200, List.of(), input.get("body")));
        }
        return module.equals("tools:compose")
                ? Outcome.emitted(Fields.of("value", input.get("text")))
                : Outcome.emitted(input);
    }

    @Override
    public Instant now() {
        return Instant.parse("2026-01-02T03:04:05Z");
    }

    @Override
    public long nanos() {
        return 0;
    }

    @Override
    public double random() {
        return 0.5;
    }

    @Override
    public UUID uuid() {
        return new UUID(1, 2);
    }

    @Override
    public RunContext run() {
        return new RunContext("1", "2", "1", "Test", false);
    }

    @Override
    public void reply(Reply reply) {
        replies.add(reply);
    }

    private static final class InMemory implements Journal {
        private final Map<StepPath, Entry> entries = new HashMap<>();

        @Override
        public Optional<Entry> recall(StepPath at) {
            return Optional.ofNullable(entries.get(at));
        }

        @Override
        public void append(StepPath at, Entry entry) {
            entries.put(at, entry);
        }

        @Override
        public void barrier() {}
    }
}
