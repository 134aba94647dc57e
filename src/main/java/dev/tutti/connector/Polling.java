package dev.tutti.connector;

import dev.tutti.engine.Invocation;
import dev.tutti.value.Fields;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A trigger that is asked for what is new, as often as the scenario's schedule says. Where it has come to is a {@link
 * Position}, which is kept outside the blueprint, moves past what was given out, and moves back when the run could not do
 * its work. Written most easily as a {@link PolledList}.
 *
 * <p>All settings come as for {@link Module#run}: of the types of the spec's fields, required ones there, defaults filled
 * in. How many bundles a cycle takes is the setting {@code limit} where the spec has such a field.
 */
public interface Polling extends CatalogueOnly {

    /** What one question found: bundles, the oldest first, and the position behind the last of them. */
    record Batch(List<Fields> bundles, Position next) {
        public Batch {
            bundles = List.copyOf(bundles);
        }
    }

    /**
     * Something that exists already and from which one could start.
     *
     * @param label what a person knows it by
     */
    record Candidate(String id, String label) {}

    /**
     * What came after the position, or from the beginning where there is none, at most so many. The position may be asked
     * for again, and then the same question must find the same things again and perhaps more.
     */
    Polled<Batch> poll(Fields values, Optional<Position> since, int limit, Invocation invocation);

    /** The ways to choose where to start that make sense here. */
    Set<StartAt.Kind> starts();

    /** The position of such a choice; empty where it is the very beginning. */
    Polled<Optional<Position>> start(Fields values, StartAt at, Invocation invocation);

    /** What one may pick to start with, the newest first, at most so many. */
    Polled<List<Candidate>> candidates(Fields values, int limit, Invocation invocation);
}
