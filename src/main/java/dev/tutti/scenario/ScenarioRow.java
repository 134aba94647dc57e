package dev.tutti.scenario;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A scenario without its blueprint, so that lists stay light. */
@Entity
@Table(name = "scenario")
class ScenarioRow {

    @Id
    long id;

    long workspace;
    String name = "";
    boolean switchedOn;

    @Nullable
    Long liveVersion;

    long revision;
    int nextNumber;
    int changes;
    String startsBy = "";

    /** The distinct refs of its modules, separated by spaces. */
    String modules = "";

    String searchText = "";

    /** The ids of the connections that the draft uses, each between spaces. */
    String draftConnections = " ";

    String liveConnections = " ";
    Instant createdAt = Instant.EPOCH;
    Instant changedAt = Instant.EPOCH;

    @Nullable
    Instant deletedAt;
}
