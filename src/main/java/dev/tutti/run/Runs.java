package dev.tutti.run;

import dev.tutti.scenario.ScenarioId;
import java.util.List;
import java.util.Optional;

/** The runs of all scenarios: start, find, read, stop and replay them. */
public interface Runs {

    /**
     * Starts a run, in a thread of its own or, when too many go on, queued. Nothing is durable yet when this returns:
     * see {@link Started}.
     */
    Started start(RunOrder order);

    /** One run. */
    Optional<Run> find(RunId id);

    /** A page of runs, newest first. */
    RunPage list(RunQuery query);

    /** One run with its totals per module. */
    Optional<RunDetail> detail(RunId id);

    /** Lines of a run's log, oldest first; empty page when there is no such run. */
    Operation.Page journal(RunId id, Operation.Query query);

    /** What the run started with. */
    Optional<Input> input(RunId id);

    /** The bundles a module gave out in a run, at most so many. */
    List<dev.tutti.value.Fields> outputs(RunId id, int module, int limit);

    /** Stops a run after the operation it is in; false when it had ended or does not exist. */
    boolean stop(RunId id);

    /** Runs the live version with an old run's input; empty when there is no such run or its input was not kept. */
    Optional<Started> replay(RunId id);

    /** The newest runs of a scenario. */
    List<Run> newest(ScenarioId scenario, int limit);
}
