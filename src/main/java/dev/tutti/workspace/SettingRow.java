package dev.tutti.workspace;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;

@Entity
@Table(name = "setting")
@SuppressWarnings("NullAway.Init")
class SettingRow {

    @Embeddable
    record Key(@Column(name = "workspace_id") long workspace, String name) implements Serializable {}

    @EmbeddedId
    Key key;

    String content;
}
