package dev.tutti.datastore;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counters of modules that outlive runs. A repeated call hears the number it was given the first time. */
@Component
@Transactional
public class Counters {

    private static final Duration KEPT = Duration.ofDays(40);
    private static final Duration SWEPT_EVERY = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AtomicReference<Instant> swept = new AtomicReference<>(Instant.EPOCH);

    Counters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One more than the last time for this module of this scenario, beginning with 1. */
    public long next(long scenario, int module, Call call) {
        Instant now = clock.instant();
        sweep(now);
        boolean first = jdbc.sql("insert into module_counter_call (run_id, path, number, counted_at) "
                                + "values (:run, :path, 0, :now) on conflict do nothing")
                        .param("run", call.run())
                        .param("path", call.path())
                        .param("now", Timestamp.from(now))
                        .update()
                > 0;
        if (!first) {
            return jdbc.sql("select number from module_counter_call where run_id = :run and path = :path")
                    .param("run", call.run())
                    .param("path", call.path())
                    .query(Long.class)
                    .single();
        }
        long number = count(scenario, module);
        jdbc.sql("update module_counter_call set number = :number where run_id = :run and path = :path")
                .param("number", number)
                .param("run", call.run())
                .param("path", call.path())
                .update();
        return number;
    }

    private long count(long scenario, int module) {
        jdbc.sql("insert into module_counter (scenario_id, module_no, number) values (:scenario, :module, 0) "
                        + "on conflict do nothing")
                .param("scenario", scenario)
                .param("module", module)
                .update();
        jdbc.sql("update module_counter set number = number + 1 where scenario_id = :scenario and module_no = :module")
                .param("scenario", scenario)
                .param("module", module)
                .update();
        return jdbc.sql("select number from module_counter where scenario_id = :scenario and module_no = :module")
                .param("scenario", scenario)
                .param("module", module)
                .query(Long.class)
                .single();
    }

    private void sweep(Instant now) {
        Instant last = swept.get();
        if (last.plus(SWEPT_EVERY).isBefore(now) && swept.compareAndSet(last, now)) {
            jdbc.sql("delete from module_counter_call where counted_at < :before")
                    .param("before", Timestamp.from(now.minus(KEPT)))
                    .update();
        }
    }
}
