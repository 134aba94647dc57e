package dev.tutti.run;

import dev.tutti.engine.Effects;
import dev.tutti.engine.Failure;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.Scenarios;
import dev.tutti.value.Fields;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The runs of all scenarios: start, find, read, stop and replay them. */
@Component
public final class Runs {

    private final RunNode node;
    private final RunReader reader;
    private final JournalReader journals;
    private final Scenarios scenarios;

    Runs(RunNode node, RunReader reader, JournalReader journals, Scenarios scenarios) {
        this.node = node;
        this.reader = reader;
        this.journals = journals;
        this.scenarios = scenarios;
    }

    /**
     * Starts a run, in a thread of its own or, when too many go on, queued. Nothing is durable yet when this returns:
     * see {@link Started}. Throws {@link IllegalArgumentException} when there is no such version.
     */
    public Started start(RunOrder order) {
        return node.starts.start(order);
    }

    /** A run that failed before it began, because its trigger could not find out what to give it. */
    public Started failed(RunOrder order, int trigger, Failure failure) {
        return node.starts.failed(order, trigger, failure);
    }

    /** The run that was ordered with this key, if one was in the last days. */
    public Optional<RunId> withKey(String dedupKey) {
        return reader.withKey(dedupKey).map(RunId::new);
    }

    /** How many runs of a scenario wait for their turn. */
    public int queued(ScenarioId scenario) {
        return reader.queued(scenario);
    }

    /** One run. */
    public Optional<Run> find(RunId id) {
        return reader.find(id.value()).map(RunReader.Stored::run);
    }

    /** The runs that a run called, the oldest first, at most 100. */
    public List<Run> calledBy(RunId id) {
        return reader.children(id.value());
    }

    /** A page of runs, newest first. */
    public RunPage list(RunQuery query) {
        return reader.list(query);
    }

    /** One run with its totals per module. */
    public Optional<RunDetail> detail(RunId id) {
        return node.snapshots.of(id).map(LiveHub.Snapshot::detail);
    }

    /** Lines of a run's log, oldest first; an empty page when there is no such run. */
    public Operation.Page journal(RunId id, Operation.Query query) {
        return journals.page(id, query);
    }

    /** What the run started with, empty when there is no such run or its input was not kept. */
    public Optional<Input> input(RunId id) {
        return journals.input(id);
    }

    /** The bundles a module gave out in a run, at most so many. */
    public List<Fields> outputs(RunId id, int module, int limit) {
        return journals.outputs(id, module, limit);
    }

    /** What a run gave back to who called it; empty when it gave nothing, or its data was not kept. */
    public Optional<Fields> returned(RunId id) {
        return journals.returned(id);
    }

    /** Stops a run after the operation it is in; false when it had ended or does not exist. */
    public boolean stop(RunId id) {
        return node.endings.stop(id);
    }

    /** Runs the live version with an old run's input; empty when nothing is live or the input was not kept. */
    public Optional<Started> replay(RunId id) {
        Optional<Run> old = find(id);
        Optional<Input> input = input(id);
        return old.flatMap(run -> scenarios.live(run.scenario()))
                .flatMap(live -> input.map(
                        it -> start(new RunOrder(live.id(), Cause.REPLAY, it, Optional.empty(), Optional.of(id)))));
    }

    /** Runs an old run again, whole or from a module on, on the version of the wish. */
    public Replay.Answer replay(Replay wish) {
        return node.replays.replay(wish);
    }

    /** What repeating a run from a module on would send; empty when there is no such run. */
    public Optional<Effects> effects(RunId id, int from) {
        return journals.load(id)
                .map(run -> Effects.ofReplaying(
                        run.executable().plan(),
                        node.parts().modules(),
                        run.everything().stream()
                                .map(line -> new Effects.Line(line.at(), line.entry()))
                                .toList(),
                        from));
    }

    /**
     * Runs many old runs again, at most 10,000, the oldest first and spread over a time; returns how many. Those of
     * confidential scenarios are left out, for what they began with was not kept.
     */
    public int replay(ReplayMany wish) {
        return node.replays.many(wish);
    }

    /** The newest runs of each of these scenarios, with one question to the database; a scenario without runs is not in it. */
    public Map<ScenarioId, List<Run>> newestOf(Collection<ScenarioId> of, int limit) {
        return reader.newestOf(of, limit);
    }

    /** Why and when Tutti itself switched a scenario off; empty when it is on, or a person switched it off. */
    public Optional<SwitchedOff> switchedOff(ScenarioId scenario) {
        return reader.switchedOff(scenario);
    }

    /** The newest runs of a scenario. */
    public List<Run> newest(ScenarioId scenario, int limit) {
        return reader.list(RunQuery.newest(limit).of(scenario)).items();
    }
}
