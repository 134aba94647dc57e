package dev.tutti.scenario;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** The edits that made this revision of a draft, as JSON. */
@Entity
@Table(name = "scenario_edit")
class EditRow {

    @EmbeddedId
    Key key = new Key(0, 0);

    byte[] edits = {};
    long authorId;
    String authorName = "";
    Instant madeAt = Instant.EPOCH;

    @Embeddable
    record Key(long scenario, long revision) implements Serializable {}
}
