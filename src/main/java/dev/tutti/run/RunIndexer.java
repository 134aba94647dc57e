package dev.tutti.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;

/**
 * Makes runs findable by what was said in them, after they ended and out of their way: it hears of most ends at once,
 * and walks behind all runs by their numbers, so that none is missed when a process dies or there is much to do. It
 * works a fifth of the time at most, and less while very many runs end.
 */
final class RunIndexer implements SmartLifecycle {

    private static final int MOST_WAITING = 10_000;
    private static final int BATCH = 100;
    private static final int REST = 4;
    private static final int REST_IN_A_STORM = 40;
    private static final long PAUSE_MILLIS = 100;
    private static final Duration EVERY = Duration.ofSeconds(10);

    /** A run may become durable this long after it got its number. */
    private static final Duration BEHIND = Duration.ofSeconds(60);

    private static final long NOBODY = -1;
    private static final int MILLIS_IN_ID = 22;
    private static final Logger LOG = LoggerFactory.getLogger(RunIndexer.class);

    private final DataSource database;
    private final Reading reading;
    private final SearchTables tables;
    private final JournalReader journals;
    private final Clock clock;
    private final LinkedBlockingQueue<Long> news = new LinkedBlockingQueue<>(MOST_WAITING);
    private volatile @Nullable Thread thread;
    private volatile boolean closing;
    private CountDownLatch closed = new CountDownLatch(1);

    RunIndexer(DataSource database, SearchTables tables, JournalReader journals, Clock clock) {
        this.database = database;
        this.reading = new Reading(database);
        this.tables = tables;
        this.journals = journals;
        this.clock = clock;
    }

    @EventListener
    void ended(RunEnded event) {
        // A full queue forgets: the walk behind all runs finds what it forgot.
        boolean _ = news.offer(event.run().value());
    }

    private void work() {
        long walked = System.nanoTime();
        while (!closing) {
            try {
                Long first = news.poll(EVERY.toMillis(), TimeUnit.MILLISECONDS);
                long began = System.nanoTime();
                if (first != null && first != NOBODY) {
                    indexNews(first);
                }
                if (news.isEmpty() && began - walked >= EVERY.toNanos()) {
                    boolean more = walk();
                    walked = more ? walked : System.nanoTime();
                }
                long millis = (System.nanoTime() - began) / 1_000_000;
                int rest = news.size() > MOST_WAITING / 2 ? REST_IN_A_STORM : REST;
                closing = closed.await(PAUSE_MILLIS + rest * millis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException asked) {
                closing = true;
            } catch (SQLException | RuntimeException failure) {
                LOG.warn("What was said in some runs will be found later: {}", failure.getMessage());
            }
        }
    }

    /** Looks at all runs that it heard of. */
    void catchUp() throws SQLException {
        for (Long first = news.poll(); first != null; first = news.poll()) {
            indexNews(first);
        }
    }

    private void indexNews(long first) throws SQLException {
        Set<Long> batch = new LinkedHashSet<>(List.of(first));
        news.drainTo(batch, BATCH - 1);
        batch.remove(NOBODY);
        index(batch);
    }

    /** One step of the walk behind all runs; true when there may be more to do. */
    boolean walk() throws SQLException {
        long mark = reading.query("select run_id from run_text_mark", List.of(), row -> row.getLong(1))
                .getFirst();
        long end = (clock.millis() - BEHIND.toMillis()) << MILLIS_IN_ID;
        Map<Long, Boolean> passed = new LinkedHashMap<>();
        reading.query(
                "select id, ended_at is not null from run where id > ? and id < ? order by id fetch first " + BATCH
                        + " rows only",
                List.of(mark, end),
                row -> passed.put(row.getLong(1), row.getBoolean(2)));
        List<Long> ended = new ArrayList<>();
        List<Long> open = new ArrayList<>();
        passed.forEach((run, over) -> (over ? ended : open).add(run));
        List<Long> late = reading.query(
                "select l.run_id from run_text_later l join run r on r.id = l.run_id where r.ended_at is not null"
                        + " order by l.run_id fetch first " + BATCH + " rows only",
                List.of(),
                row -> row.getLong(1));
        index(unknown(ended));
        index(late);
        postpone(open);
        if (!passed.isEmpty()) {
            long last = new ArrayList<>(passed.keySet()).getLast();
            try (Connection connection = database.getConnection()) {
                Sql.update(connection, "update run_text_mark set run_id = ? where run_id < ?", last, last);
            }
        }
        return passed.size() == BATCH || late.size() == BATCH;
    }

    private List<Long> unknown(List<Long> runs) {
        return runs.stream()
                .filter(run -> reading.query("select 1 from run_text where run_id = ?", List.of(run), row -> 1)
                        .isEmpty())
                .toList();
    }

    /** The files of runs that go on must be known, too: a run that sleeps for a month still needs them. */
    private void postpone(List<Long> runs) throws SQLException {
        write(gather(runs), (connection, run, _) -> later(connection, run));
    }

    private static void later(Connection connection, long run) throws SQLException {
        Sql.update(connection, "insert into run_text_later (run_id) values (?) on conflict do nothing", run);
    }

    private void index(Iterable<Long> runs) throws SQLException {
        write(gather(runs), (connection, run, gathered) -> {
            tables.write(connection, run, gathered.words());
            if (gathered.over()) {
                Sql.update(connection, "delete from run_text_later where run_id = ?", run);
            } else {
                later(connection, run);
            }
        });
    }

    private Map<Long, RunText.Gathered> gather(Iterable<Long> runs) {
        Map<Long, RunText.Gathered> gathered = new LinkedHashMap<>();
        runs.forEach(run -> gathered.put(run, gather(run)));
        return gathered;
    }

    private RunText.Gathered gather(long run) {
        try {
            return journals.load(new RunId(run)).map(RunText::of).orElse(RunText.NOTHING);
        } catch (RuntimeException damaged) {
            LOG.warn("What was said in run {} cannot be read and will not be found: {}", run, damaged.getMessage());
            return RunText.NOTHING;
        }
    }

    private interface Writing {
        void write(Connection connection, long run, RunText.Gathered gathered) throws SQLException;
    }

    private void write(Map<Long, RunText.Gathered> runs, Writing writing) throws SQLException {
        if (runs.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                for (Map.Entry<Long, RunText.Gathered> run : runs.entrySet()) {
                    writing.write(connection, run.getKey(), run.getValue());
                    files(connection, run.getKey(), run.getValue().files());
                }
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static void files(Connection connection, long run, Set<String> files) throws SQLException {
        for (String file : files) {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into run_file (file, run_id) values (?, ?) on conflict do nothing")) {
                insert.setString(1, file);
                insert.setLong(2, run);
                insert.executeUpdate();
            }
        }
    }

    @Override
    public void start() {
        closing = false;
        closed = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("search").daemon().start(this::work);
    }

    @Override
    public void stop() {
        closing = true;
        closed.countDown();
        // An interrupt in the middle of a write would close the files of H2.
        boolean _ = news.offer(NOBODY);
        Thread working = thread;
        if (working != null) {
            try {
                working.join(Duration.ofSeconds(10));
            } catch (InterruptedException asked) {
                Thread.currentThread().interrupt();
            }
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
