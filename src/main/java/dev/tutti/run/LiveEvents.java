package dev.tutti.run;

import dev.tutti.scenario.ScenarioId;
import java.util.function.Consumer;

/** Who watches runs while they go on. Nothing is computed for runs that nobody watches. */
public interface LiveEvents {

    /** A stored or live event with the journal's sequence it belongs to. */
    record Numbered(long sequence, LiveEvent event) {}

    /** What somebody watches; close it to stop. */
    interface Watch extends AutoCloseable {
        /** Whether there is nothing more to come: closed, or what was followed is over. */
        boolean closed();

        @Override
        void close();
    }

    /** Follows one run from a journal sequence on; the listener is called from one thread at a time. */
    Watch run(RunId run, long after, Consumer<Numbered> listener);

    /** Follows all runs of a scenario that begin from now on. */
    Watch scenario(ScenarioId scenario, Consumer<Numbered> listener);

    /** Told at most twice a second that some run began or ended; for lists. */
    Watch changes(Runnable listener);

    /** Tells those who follow the scenario. */
    void tell(ScenarioId scenario, LiveEvent event);
}
