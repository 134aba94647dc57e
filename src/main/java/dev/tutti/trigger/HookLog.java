package dev.tutti.trigger;

import dev.tutti.scenario.ScenarioDeleted;
import dev.tutti.value.Codec;
import dev.tutti.workspace.Ids;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes requests down, many at once and never in the way of an answer. When more come than a list is good for, only some
 * are written down, and of those that were refused more than of those that went well.
 */
@Component
class HookLog {

    /** Per half second. */
    private static final int ROOM = 100;

    private static final int ROOM_FOR_PROBLEMS = 200;
    private static final int KEPT_PER_HOOK = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(HookLog.class);

    private final JdbcTemplate database;
    private final Ids ids;
    private final Clock clock;
    private final ConcurrentLinkedQueue<Line> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private final Set<Long> touched = new HashSet<>();

    private record Line(long id, Instant at, HookNote note) {}

    HookLog(JdbcTemplate database, Ids ids, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /** Takes down what is to be known of an exchange that is over, if there is room. */
    void note(HookExchange exchange) {
        HookRules rules = exchange.route.rules();
        int status = exchange.response.getStatus();
        if (rules.log() && size.get() < (status < 400 ? ROOM : ROOM_FOR_PROBLEMS)) {
            size.incrementAndGet();
            waiting.add(new Line(ids.next(), clock.instant(), HookNote.of(exchange, status)));
        }
    }

    /** Stores what was taken down; also called by tests and at the end. */
    @Scheduled(fixedDelay = 500)
    synchronized void write() {
        List<Line> lines = new ArrayList<>();
        for (Line line = waiting.poll(); line != null; line = waiting.poll()) {
            lines.add(line);
        }
        size.addAndGet(-lines.size());
        if (lines.isEmpty()) {
            return;
        }
        try {
            database.batchUpdate(
                    "insert into hook_request (id, scenario_id, received_at, expires_at, status, run_id, entry)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    lines,
                    lines.size(),
                    HookLog::set);
            lines.forEach(line -> touched.add(line.note().scenario().value()));
        } catch (RuntimeException failure) {
            LOG.warn("{} requests were not written down: {}", lines.size(), failure.getMessage());
        }
    }

    private static void set(PreparedStatement row, Line line) throws SQLException {
        HookNote note = line.note();
        row.setLong(1, line.id());
        row.setLong(2, note.scenario().value());
        row.setObject(3, line.at().atOffset(ZoneOffset.UTC));
        row.setObject(4, line.at().plus(Duration.ofDays(note.days())).atOffset(ZoneOffset.UTC));
        row.setInt(5, note.status());
        if (note.run() == null) {
            row.setNull(6, Types.BIGINT);
        } else {
            row.setLong(6, note.run().value());
        }
        row.setBytes(7, Codec.write(note.entry()));
    }

    /** Forgets what is too old, and of each webhook all but the last thousand. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    synchronized void prune() {
        database.update(
                "delete from hook_request where expires_at < ?", clock.instant().atOffset(ZoneOffset.UTC));
        for (long scenario : touched) {
            database.update(
                    "delete from hook_request where scenario_id = ? and id < (select min(id) from (select id from"
                            + " hook_request where scenario_id = ? order by id desc fetch first " + KEPT_PER_HOOK
                            + " rows only) newest)",
                    scenario,
                    scenario);
        }
        touched.clear();
    }

    @EventListener
    void deleted(ScenarioDeleted event) {
        database.update(
                "delete from hook_request where scenario_id = ?",
                event.scenario().value());
    }
}
