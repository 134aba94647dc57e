package dev.tutti.scenario;

import java.util.Optional;

/**
 * Which scenarios to list, the most recently changed first.
 *
 * @param text words to find in the name and in the names and refs of the modules
 * @param cursor {@link ScenarioPage#next} of the page before
 * @param limit 1 to 200
 */
public record ScenarioQuery(Optional<String> text, Optional<Status> status, Optional<String> cursor, int limit) {

    /** Everything, fifty at a time. */
    public static final ScenarioQuery ALL = new ScenarioQuery(Optional.empty(), Optional.empty(), Optional.empty(), 50);

    public ScenarioQuery {
        limit = Math.clamp(limit, 1, 200);
    }

    /** On, off, or never published. */
    public enum Status {
        ON,
        OFF,
        DRAFT
    }
}
