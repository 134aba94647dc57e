package dev.tutti.datastore;

import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Moment;
import dev.tutti.value.Text;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers, in the transaction of the write itself, which call wrote what: whatever happens between the write and the
 * run's journal, the repeated call is answered as the first one was.
 */
@Component
class Calls {

    /** Only the one call that a crash interrupted is ever repeated, and a run does not lie idle for longer. */
    private static final Duration KEPT = Duration.ofDays(40);

    private static final Duration SWEPT_EVERY = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AtomicReference<Instant> swept = new AtomicReference<>(Instant.EPOCH);

    Calls(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Runs {@code write} if this call has not written yet, else answers what it was answered then. */
    Written once(Call call, Supplier<Written> write) {
        Instant now = clock.instant();
        sweep(now);
        boolean first = jdbc.sql("insert into data_store_call (run_id, path, answer, written_at) "
                                + "values (:run, :path, :answer, :now) on conflict do nothing")
                        .param("run", call.run())
                        .param("path", call.path())
                        .param("answer", new byte[0])
                        .param("now", Timestamp.from(now))
                        .update()
                > 0;
        if (!first) {
            return answer(call);
        }
        Written written = write.get();
        if (written instanceof Written.Done done) {
            jdbc.sql("update data_store_call set answer = :answer where run_id = :run and path = :path")
                    .param("answer", Content.write(remembered(done)))
                    .param("run", call.run())
                    .param("path", call.path())
                    .update();
        } else {
            jdbc.sql("delete from data_store_call where run_id = :run and path = :path")
                    .param("run", call.run())
                    .param("path", call.path())
                    .update();
        }
        return written;
    }

    private Written answer(Call call) {
        byte[] answer = jdbc.sql("select answer from data_store_call where run_id = :run and path = :path")
                .param("run", call.run())
                .param("path", call.path())
                .query((row, number) -> row.getBytes("answer"))
                .single();
        Fields then = Content.read(answer);
        StoredRecord record = new StoredRecord(
                ((Text) then.get("key")).text(),
                (Fields) then.get("data"),
                ((Moment) then.get("createdAt")).instant(),
                ((Moment) then.get("changedAt")).instant());
        return new Written.Done(record, ((Bool) then.get("created")).value());
    }

    private static Fields remembered(Written.Done done) {
        return Fields.builder()
                .put("key", new Text(done.record().key()))
                .put("data", done.record().data())
                .put("createdAt", new Moment(done.record().createdAt()))
                .put("changedAt", new Moment(done.record().changedAt()))
                .put("created", Bool.of(done.created()))
                .build();
    }

    private void sweep(Instant now) {
        Instant last = swept.get();
        if (last.plus(SWEPT_EVERY).isBefore(now) && swept.compareAndSet(last, now)) {
            jdbc.sql("delete from data_store_call where written_at < :before")
                    .param("before", Timestamp.from(now.minus(KEPT)))
                    .update();
        }
    }
}
