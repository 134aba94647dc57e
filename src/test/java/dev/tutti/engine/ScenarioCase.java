package dev.tutti.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.value.Fields;
import dev.tutti.value.Json;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One scenario, played through its stages. */
final class ScenarioCase {
    private final Map<String, ?> told;
    private final Plan plan;
    private final List<Fields> input;
    private final StubWorld world = new StubWorld();
    private MemoryJournal journal = new MemoryJournal();
    /** Where the bundle comes from that the run at hand goes on with. */
    private Origin origin;

    ScenarioCase(Map<String, ?> told) {
        this.told = told;
        plan = Plans.read(told);
        input = told.get("input") instanceof List<?> bundles ? bundles(bundles) : List.of(Fields.EMPTY);
        world.test = told.get("test") == Boolean.TRUE;
        world.commitFails = told.get("commitFails") == Boolean.TRUE;
        if (told.get("more") instanceof List<?> cycles) {
            cycles.forEach(cycle -> world.more.add(bundles((List<?>) cycle)));
        }
    }

    void check() {
        stage(told, Engine.run(plan, input, journal, world, world));
        for (Map<String, ?> then : Plans.maps(told.get("then"))) {
            world.calls.clear();
            world.keys.clear();
            stage(then, next(then));
        }
    }

    private Result next(Map<String, ?> then) {
        if (then.get("seconds") instanceof Integer seconds) {
            world.now = world.now.plusSeconds(seconds);
        }
        if (then.get("answer") instanceof Map<?, ?> answer) {
            StepPath at = StepPath.parse((String) then.get("at"));
            journal.append(at, new Entry.Emitted(List.of((Fields) Plans.value(answer)), Effect.SEND, 0, 0));
        }
        if (then.get("color") instanceof String color) {
            world.ofWorkspace = Fields.of("color", dev.tutti.value.Text.of(color));
        }
        if (then.get("retry") instanceof Map<?, ?> retry) {
            Engine.retry(plan, input, journal, world, at(retry), edits(retry));
        }
        if (then.get("resume") instanceof Map<?, ?> resume) {
            Journal before = origin == null ? journal : Engine.together(origin, journal);
            origin = new Origin(before, at(resume), world.runId);
            journal = new MemoryJournal();
            world.runId = String.valueOf(Integer.parseInt(world.runId) + 1);
            Engine.retry(plan, input, origin, journal, world, edits(resume));
        }
        if (then.get("replay") instanceof Map<?, ?> replay) {
            MemoryJournal old = journal;
            journal = new MemoryJournal();
            world.runId = "79";
            Map<Integer, List<Fields>> outputs = new HashMap<>();
            if (replay.get("outputs") instanceof Map<?, ?> edited) {
                edited.forEach((no, bundles) -> outputs.put((Integer) no, bundles((List<?>) bundles)));
            }
            Overlay overlay = new Overlay(plan, old, journal, (Integer) replay.get("from"), outputs);
            return Engine.run(plan, input, overlay, world, world);
        }
        return origin == null
                ? Engine.run(plan, input, journal, world, world)
                : Engine.resume(plan, input, origin, journal, world, world);
    }

    private static StepPath at(Map<?, ?> what) {
        return StepPath.parse((String) what.get("at"));
    }

    private static Edits edits(Map<?, ?> what) {
        Map<Integer, Fields> outputs = new LinkedHashMap<>();
        if (what.get("outputs") instanceof Map<?, ?> edited) {
            edited.forEach((no, bundle) -> outputs.put((Integer) no, (Fields) Plans.value(bundle)));
        }
        return new Edits(
                what.get("input") instanceof Map<?, ?> changed
                        ? Optional.of((Fields) Plans.value(changed))
                        : Optional.empty(),
                outputs);
    }

    private static List<Fields> bundles(List<?> bundles) {
        return bundles.stream().map(bundle -> (Fields) Plans.value(bundle)).toList();
    }

    private void stage(Map<String, ?> told, Result result) {
        assertThat(world.calls).as("calls").isEqualTo(told.get("calls") == null ? List.of() : told.get("calls"));
        if (told.get("error") instanceof Map<?, ?> error) {
            assertThat(ScenarioCases.words(result))
                    .startsWith(told.get("result") + " at ")
                    .contains("BundleValidationError");
            assertThat(error.values())
                    .allSatisfy(part -> assertThat(ScenarioCases.words(result)).contains((String) part));
        } else {
            assertThat(ScenarioCases.words(result)).as("result").isEqualTo(told.get("result"));
        }
        if (told.containsKey("journal")) {
            assertThat(journal.lines().stream().map(ScenarioCases::words).toList())
                    .as("journal")
                    .isEqualTo(told.get("journal"));
        }
        if (told.containsKey("replies")) {
            assertThat(world.replies.stream()
                            .map(reply -> reply.status() + " " + Json.write(reply.body()))
                            .toList())
                    .as("replies")
                    .isEqualTo(told.get("replies"));
        }
        if (told.containsKey("rows")) {
            assertThat(List.copyOf(world.rows.values())).as("rows").isEqualTo(told.get("rows"));
        }
        if (told.containsKey("trigger told")) {
            assertThat(world.settled).as("what the trigger is told").isEqualTo(told.get("trigger told"));
        }
        if (told.containsKey("keys")) {
            assertThat(world.keys).as("keys").isEqualTo(told.get("keys"));
        }
        if (told.get("outputs") instanceof Map<?, ?> outputs) {
            assertThat(((Result.Ended) result).outputs()).as("outputs").isEqualTo(Plans.value(outputs));
        }
    }
}
