package dev.tutti.trigger;

import dev.tutti.connector.Position;
import dev.tutti.run.RunId;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a scenario's polling trigger stands.
 *
 * @param begun whether it is known where to start
 * @param position what was given out last; empty at the very beginning
 * @param serial grows with every move, so that what is given out from here has a key of its own
 * @param pending a move that may or may not have come to pass when the process died
 * @param run the run that was fed last, unless its end was looked at
 * @param beforeRun where to go back to when it fails
 * @param chosen how somebody wanted to start, if they said so
 */
record Stand(
        boolean begun,
        Optional<Position> position,
        long serial,
        Optional<Pending> pending,
        Optional<RunId> run,
        Optional<Position> beforeRun,
        Optional<Chosen> chosen) {

    /** The position after the run with this key. */
    record Pending(String key, Position next) {}

    record Chosen(String kind, Instant at) {}
}
