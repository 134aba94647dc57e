package dev.tutti.scenario;

import dev.tutti.connector.MakeNode;
import dev.tutti.engine.Effect;
import dev.tutti.engine.Engine;
import dev.tutti.engine.Entry;
import dev.tutti.engine.Failure;
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
    Result result = new Result.Interrupted(
            new Result.Fault(1, StepPath.of(1, 0), Failure.of(Failure.Kind.UNEXPECTED, "not run")), 0);

    static TestRun of(Blueprint blueprint, String... bundles) {
        return of(new PlanCompiler(TestCatalogue.CATALOGUE).compile(blueprint), bundles);
    }

    static TestRun of(Plan plan, String... bundles) {
        TestRun run = new TestRun();
        Result result =
                Engine.run(plan, List.of(bundles).stream().map(Drawing::fields).toList(), new InMemory(), run, run);
        run.result = result;
        run.calls.add(
                switch (result) {
                    case Result.Ended ended -> ended.status() + fault(ended.fault());
                    case Result.Incomplete incomplete -> "INCOMPLETE" + fault(Optional.of(incomplete.fault()));
                    case Result.Suspended _ -> "suspended";
                    case Result.Interrupted _ -> "interrupted";
                });
        return run;
    }

    private static String fault(Optional<Result.Fault> fault) {
        return fault.map(found -> " " + found.failure().message()).orElse("");
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
        if (module.equals("error:throw")) {
            Failure.Kind kind =
                    ErrorTypes.kind(MakeNode.text(input.get("type"))).orElse(Failure.Kind.DATA);
            return Outcome.failed(kind, MakeNode.text(input.get("message")));
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
