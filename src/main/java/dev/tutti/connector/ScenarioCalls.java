package dev.tutti.connector;

import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.value.Fields;

/** How a module starts a run of another scenario. Implemented where runs are. */
public interface ScenarioCalls {

    /** What came of starting a run. */
    sealed interface Answer {}

    /**
     * The run is durable. A caller that waits suspends on {@link #signal}; when the run has ended, whoever implements
     * this answers that signal with one bundle, the outputs of the called run, or with its failure. That may be so
     * before the caller has suspended.
     */
    record Started(String runId) implements Answer {}

    /** There will be no run: no such scenario, never published or switched off, an input missing, calls too deep. */
    record Refused(Failure failure) implements Answer {}

    /**
     * Starts the live version of a scenario of the same workspace. Calling it again with the same idempotency key
     * finds the run that was started the first time.
     *
     * @param scenario its id
     * @param inputs checked against the inputs that the scenario declares; they are the bundle of its
     *     {@code scenario:start} and what {@code {{var.input.name}}} reads
     * @param wait whether the caller waits for the outputs
     */
    Answer start(String scenario, Fields inputs, boolean wait, Invocation caller);

    /** The name of the signal on which the caller of this run waits. */
    static String signal(String runId) {
        return "run:" + runId;
    }
}
