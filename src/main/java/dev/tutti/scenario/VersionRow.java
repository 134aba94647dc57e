package dev.tutti.scenario;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A version without its blueprint; written once. */
@Entity
@Table(name = "scenario_version")
class VersionRow {

    @Id
    long id;

    long scenario;

    @Nullable
    Integer number;

    String hash = "";

    @Nullable
    String note;

    long authorId;
    String authorName = "";
    Instant createdAt = Instant.EPOCH;
}
