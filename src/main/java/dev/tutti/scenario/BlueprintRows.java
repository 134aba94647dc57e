package dev.tutti.scenario;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The table of blueprints. */
interface BlueprintRows extends Repository<BlueprintRow, Long> {

    void save(BlueprintRow row);

    Optional<BlueprintRow> findById(long id);
}
