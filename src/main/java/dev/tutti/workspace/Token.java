package dev.tutti.workspace;

import java.time.Instant;
import java.util.Optional;

/** An API token as a list shows it: never its text, only how it begins. */
public record Token(
        TokenId id, UserId user, String name, String beginning, Instant createdAt, Optional<Instant> lastUsedAt) {}
