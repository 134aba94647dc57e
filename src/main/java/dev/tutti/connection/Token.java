package dev.tutti.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What an authorization server gave out (RFC 6749 §5.1). */
record Token(String access, Optional<String> refresh, Optional<Instant> endsAt) {

    /** So long before its end a token is not used any more: the request takes time too. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    boolean usable(Instant now) {
        return endsAt.isEmpty() || now.isBefore(endsAt.get().minus(MARGIN));
    }

    /** Servers that do not give a new refresh token mean the old one to be kept. */
    Token keeping(Optional<String> olderRefresh) {
        return refresh.isPresent() ? this : new Token(access, olderRefresh, endsAt);
    }

    Map<String, String> write() {
        Map<String, String> fields = new TreeMap<>(Map.of("access", access));
        refresh.ifPresent(token -> fields.put("refresh", token));
        endsAt.ifPresent(end -> fields.put("endsAt", end.toString()));
        return fields;
    }

    static Token read(Map<String, String> fields) {
        return new Token(
                fields.getOrDefault("access", ""),
                Optional.ofNullable(fields.get("refresh")),
                Optional.ofNullable(fields.get("endsAt")).map(Instant::parse));
    }

    @Override
    public String toString() {
        return "Token[" + endsAt + "]";
    }
}
