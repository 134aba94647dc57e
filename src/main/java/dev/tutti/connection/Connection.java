package dev.tutti.connection;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A connection as a list shows it. {@code shown} holds what is no secret (a host, a user), by the names of the API.
 */
public record Connection(
        ConnectionId id,
        String name,
        ConnectionType type,
        Map<String, String> shown,
        Status status,
        Instant createdAt,
        Instant changedAt,
        Optional<Instant> checkedAt) {

    /** What the last test found. */
    public enum Status {
        UNCHECKED,
        WORKING,
        FAILING
    }
}
