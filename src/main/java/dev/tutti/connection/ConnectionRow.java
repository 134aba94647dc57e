package dev.tutti.connection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "connection")
@SuppressWarnings("NullAway.Init")
class ConnectionRow {

    @Id
    long id;

    @Column(name = "workspace_id")
    long workspace;

    String name;
    String type;
    String shown;
    byte[] secret;

    @Enumerated(EnumType.STRING)
    Connection.Status status;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "changed_at")
    Instant changedAt;

    @Nullable
    @Column(name = "checked_at")
    Instant checkedAt;
}
