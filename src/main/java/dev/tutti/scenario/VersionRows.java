package dev.tutti.scenario;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The table of versions. */
interface VersionRows extends Repository<VersionRow, Long> {

    void save(VersionRow row);

    Optional<VersionRow> findById(long id);

    List<VersionRow> findByIdIn(Collection<Long> ids);

    @Query("select v from VersionRow v where v.scenario = :scenario and v.number is not null order by v.number desc")
    List<VersionRow> published(long scenario);

    @Query("select v from VersionRow v where v.scenario = :scenario and v.number = :number")
    Optional<VersionRow> published(long scenario, int number);

    @Query("select max(v.number) from VersionRow v where v.scenario = :scenario")
    Optional<Integer> highest(long scenario);

    @Query("select v from VersionRow v where v.scenario = :scenario and v.hash = :hash and v.number is null")
    List<VersionRow> snapshots(long scenario, String hash, Limit limit);
}
