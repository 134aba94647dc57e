package dev.tutti.datastore;

import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Moment;
import dev.tutti.value.Text;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
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
    private final AtomicReference<Instant> swept;

    @Autowired
    Calls(JdbcClient jdbc, Clock clock) {
        this(jdbc, clock, new AtomicReference<>(Instant.EPOCH));
    }

    private Calls(JdbcClient jdbc, Clock clock, AtomicReference<Instant> swept) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.swept = swept;
    }

    /** The same over another connection, in the transaction that is open there. */
    Calls over(JdbcClient other) {
        sweep(clock.instant());
        return new Calls(other, clock, new AtomicReference<>(Instant.MAX));
    }

    /** Runs {@code write} if this call has not written yet, else answers what it was answered then. */
    Written once(Call call, Supplier<Written> write) {
        AtomicReference<Written> refused = new AtomicReference<>();
        Optional<Fields> answer = remember(call, () -> {
            Written written = write.get();
            refused.set(written);
            return written instanceof Written.Done done ? Optional.of(remembered(done)) : Optional.empty();
        });
        return answer.<Written>map(Calls::done).orElseGet(refused::get);
    }

    /** The same for any work: what it answers is remembered; where it answers nothing, it may be done again. */
    Optional<Fields> remember(Call call, Supplier<Optional<Fields>> work) {
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
            return Optional.of(answer(call));
        }
        Optional<Fields> answer = work.get();
        jdbc.sql(
                        answer.isPresent()
                                ? "update data_store_call set answer = :answer where run_id = :run and path = :path"
                                : "delete from data_store_call where run_id = :run and path = :path and answer = :answer")
                .param("answer", answer.map(Content::write).orElseGet(() -> new byte[0]))
                .param("run", call.run())
                .param("path", call.path())
                .update();
        return answer;
    }

    private Fields answer(Call call) {
        byte[] answer = jdbc.sql("select answer from data_store_call where run_id = :run and path = :path")
                .param("run", call.run())
                .param("path", call.path())
                .query((row, number) -> row.getBytes("answer"))
                .single();
        return Content.read(answer);
    }

    private static Written.Done done(Fields then) {
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
        if (last.isBefore(now.minus(SWEPT_EVERY)) && swept.compareAndSet(last, now)) {
            jdbc.sql("delete from data_store_call where written_at < :before")
                    .param("before", Timestamp.from(now.minus(KEPT)))
                    .update();
        }
    }
}
