package dev.tutti.scenario;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The table of scenarios. */
interface ScenarioRows extends Repository<ScenarioRow, Long> {

    void save(ScenarioRow row);

    @Query("select s from ScenarioRow s where s.id = :id and s.deletedAt is null")
    Optional<ScenarioRow> find(long id);

    /** Whoever changes a scenario holds its row, so that changes come one after another. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from ScenarioRow s where s.id = :id and s.deletedAt is null")
    Optional<ScenarioRow> hold(long id);

    @Query("select s.name from ScenarioRow s where s.id = :id")
    Optional<String> name(long id);

    @Query("select s.revision from ScenarioRow s where s.id = :id and s.deletedAt is null")
    Optional<Long> revision(long id);

    @Query("""
            select s from ScenarioRow s
            where s.deletedAt is null and s.workspace = :workspace
              and s.searchText like :pattern escape '!'
              and (:status = 'ALL' or :status = 'ON' and s.switchedOn = true
                or :status = 'OFF' and s.switchedOn = false and s.liveVersion is not null
                or :status = 'DRAFT' and s.liveVersion is null)
              and (s.changedAt < :before or (s.changedAt = :before and s.id < :beforeId))
            order by s.changedAt desc, s.id desc
            """)
    List<ScenarioRow> page(long workspace, String pattern, String status, Instant before, long beforeId, Limit limit);

    @Query("""
            select s from ScenarioRow s
            where s.deletedAt is null
              and (s.draftConnections like :pattern or s.liveConnections like :pattern)
            order by s.name, s.id
            """)
    List<ScenarioRow> using(String pattern);
}
