package dev.tutti.scenario;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A blueprint as JSON: a draft under the id of its scenario, a version under its own. */
@Entity
@Table(name = "scenario_blueprint")
class BlueprintRow {

    @Id
    long id;

    byte[] content = {};
}
