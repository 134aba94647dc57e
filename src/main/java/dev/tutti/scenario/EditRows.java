package dev.tutti.scenario;

import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The table of edits. */
interface EditRows extends Repository<EditRow, EditRow.Key> {

    void save(EditRow row);

    @Query(
            "select e from EditRow e where e.key.scenario = :scenario and e.key.revision > :after order by e.key.revision")
    List<EditRow> since(long scenario, long after);

    @Modifying
    @Query("delete from EditRow e where e.key.scenario = :scenario and e.key.revision <= :upTo")
    void forget(long scenario, long upTo);
}
