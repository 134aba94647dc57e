package dev.tutti.workspace;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "users")
@SuppressWarnings("NullAway.Init")
class UserRow {

    @Id
    long id;

    @Column(name = "workspace_id")
    long workspace;

    String name;
    String email;

    @Column(name = "email_key")
    String emailKey;

    @Column(name = "password_hash")
    String passwordHash;

    @Enumerated(EnumType.STRING)
    Role role;

    @Nullable
    String language;

    @Enumerated(EnumType.STRING)
    Theme theme;

    @Column(name = "created_at")
    Instant createdAt;

    User user() {
        Optional<Locale> chosen = Optional.ofNullable(language).map(Locale::forLanguageTag);
        return new User(
                new UserId(id),
                new WorkspaceId(workspace),
                name,
                email,
                role,
                new Preferences(chosen, theme),
                createdAt);
    }

    void prefer(Preferences preferences) {
        language = preferences.language().map(Locale::toLanguageTag).orElse(null);
        theme = preferences.theme();
    }
}
