package dev.tutti.trigger;

import dev.tutti.scenario.ScenarioId;
import dev.tutti.value.Fields;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** When scenarios start by the clock. */
public interface Schedules {

    /**
     * The next starts of a schedule given as its JSON ({@code kind}, {@code time}, {@code days} …), strictly after a
     * moment; fewer when it ends. Throws {@link IllegalArgumentException} with a sentence when it is not a schedule.
     */
    List<Instant> next(Fields schedule, ZoneId zone, Instant after, int count);

    /** When a live scenario starts next, empty when it is off or has no schedule. */
    Optional<Instant> next(ScenarioId scenario);
}
