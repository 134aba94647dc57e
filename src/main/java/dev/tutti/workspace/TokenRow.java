package dev.tutti.workspace;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "api_token")
@SuppressWarnings("NullAway.Init")
class TokenRow {

    @Id
    long id;

    @Column(name = "workspace_id")
    long workspace;

    @Column(name = "user_id")
    long user;

    String name;
    String beginning;
    String hash;

    @Column(name = "created_at")
    Instant createdAt;

    @Nullable
    @Column(name = "last_used_at")
    Instant lastUsedAt;

    Token token() {
        return new Token(
                new TokenId(id), new UserId(user), name, beginning, createdAt, Optional.ofNullable(lastUsedAt));
    }
}
