package dev.tutti.trigger;

import dev.tutti.run.Input;
import dev.tutti.scenario.ScenarioDeleted;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.value.Codec;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Value;
import dev.tutti.workspace.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Requests that wait for their turn, the oldest first. They are stored as they came, whatever the scenario hides. */
@Component
class HookQueue {

    private static final Duration KEYS_KEPT = Duration.ofDays(7);

    /** What became of a request. */
    enum Put {
        QUEUED,
        FULL,
        /** It is a repetition; nothing was stored. */
        REPEATED
    }

    record Waiting(long id, Instant receivedAt, Input input, Optional<String> dedupKey) {}

    private final JdbcClient database;
    private final TransactionOperations transactions;
    private final HookParser parser;
    private final Ids ids;
    private final Clock clock;

    HookQueue(JdbcClient database, TransactionOperations transactions, HookParser parser, Ids ids, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.parser = parser;
        this.ids = ids;
        this.clock = clock;
    }

    Put put(ScenarioId scenario, Input input, Optional<String> dedupKey, int limit) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            if (dedupKey.isPresent() && !first(dedupKey.get())) {
                return Put.REPEATED;
            }
            if (count(scenario) >= limit) {
                dedupKey.ifPresent(this::forget);
                return Put.FULL;
            }
            Optional<Input.Raw> raw = input.raw();
            database.sql("insert into hook_queue (id, scenario_id, received_at, head, body, dedup_key)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .param(ids.next())
                    .param(scenario.value())
                    .param(now())
                    .param(raw.map(Input.Raw::head).orElse(null))
                    .param(raw.map(Input.Raw::body)
                            .orElseGet(() -> Codec.write(new Items(List.<Value>copyOf(input.bundles())))))
                    .param(dedupKey.orElse(null))
                    .update();
            return Put.QUEUED;
        }));
    }

    private boolean first(String key) {
        return database.sql("insert into hook_seen (dedup_key, seen_at) values (?, ?) on conflict do nothing")
                        .params(key, now())
                        .update()
                == 1;
    }

    private void forget(String key) {
        database.sql("delete from hook_seen where dedup_key = ?").param(key).update();
    }

    int count(ScenarioId scenario) {
        return database.sql("select count(*) from hook_queue where scenario_id = ?")
                .param(scenario.value())
                .query(Integer.class)
                .single();
    }

    /** The scenarios for which something waits. */
    List<ScenarioId> scenarios() {
        return database.sql("select distinct scenario_id from hook_queue")
                .query((row, _) -> new ScenarioId(row.getLong(1)))
                .list();
    }

    /** Those that wait after a place in the queue, and belong to no run yet. */
    List<Waiting> list(ScenarioId scenario, long after, int limit) {
        return database.sql("select * from hook_queue where scenario_id = ? and id > ? and batch is null"
                        + " order by id fetch first " + limit + " rows only")
                .params(scenario.value(), after)
                .query((row, _) -> waiting(row))
                .list();
    }

    /** Puts those that wait longest together for one run, and names them by its key; none where nothing waits. */
    Optional<String> gather(ScenarioId scenario, int most) {
        List<Long> oldest = database.sql("select id from hook_queue where scenario_id = ? and batch is null order by id"
                        + " fetch first " + most + " rows only")
                .param(scenario.value())
                .query((row, _) -> row.getLong(1))
                .list();
        if (oldest.isEmpty()) {
            return Optional.empty();
        }
        String key = "hook/" + scenario + "/queue/" + oldest.getFirst() + "-" + oldest.getLast();
        int taken = database.sql("update hook_queue set batch = ? where scenario_id = ? and batch is null"
                        + " and id between ? and ?")
                .params(key, scenario.value(), oldest.getFirst(), oldest.getLast())
                .update();
        return taken > 0 ? Optional.of(key) : Optional.empty();
    }

    /** The keys of runs that may or may not have been ordered when the process died. */
    List<String> gathered(ScenarioId scenario) {
        return database.sql("select distinct batch from hook_queue where scenario_id = ? and batch is not null")
                .param(scenario.value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    List<Waiting> batch(String key) {
        return database.sql("select * from hook_queue where batch = ? order by id")
                .param(key)
                .query((row, _) -> waiting(row))
                .list();
    }

    void done(String batch) {
        database.sql("delete from hook_queue where batch = ?").param(batch).update();
    }

    /** False where it does not wait any more. */
    boolean delete(ScenarioId scenario, long id) {
        return database.sql("delete from hook_queue where scenario_id = ? and id = ? and batch is null")
                        .params(scenario.value(), id)
                        .update()
                == 1;
    }

    int deleteAll(ScenarioId scenario) {
        return database.sql("delete from hook_queue where scenario_id = ? and batch is null")
                .param(scenario.value())
                .update();
    }

    @EventListener
    void deleted(ScenarioDeleted event) {
        database.sql("delete from hook_queue where scenario_id = ?")
                .param(event.scenario().value())
                .update();
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
    void forgetKeys() {
        database.sql("delete from hook_seen where seen_at < ?")
                .param(clock.instant().minus(KEYS_KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }

    private Waiting waiting(ResultSet row) throws SQLException {
        String head = row.getString("head");
        byte[] body = row.getBytes("body");
        Input input = head == null
                ? Input.of(bundles(body))
                : new Input(parser.read(head, body), Optional.of(new Input.Raw(HookParser.NAME, head, body)));
        return new Waiting(
                row.getLong("id"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                input,
                Optional.ofNullable(row.getString("dedup_key")));
    }

    private static List<Fields> bundles(byte[] stored) {
        List<Fields> bundles = new ArrayList<>();
        ((Items) Codec.read(stored)).items().forEach(bundle -> bundles.add((Fields) bundle));
        return bundles;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
