package dev.tutti.run;

import dev.tutti.scenario.Author;
import dev.tutti.scenario.Blueprint;
import dev.tutti.scenario.Executable;
import dev.tutti.scenario.ScenarioVersion;
import dev.tutti.scenario.ScenarioVersionId;
import dev.tutti.scenario.Scenarios;
import dev.tutti.workspace.UserId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs old runs again: one at once, or many over a time that survives a restart. */
final class Replays {

    /** No list is longer than what a person can mean. */
    static final int MOST = 10_000;

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);

    private final RunParts parts;
    private final RunStarts starts;

    Replays(RunParts parts, RunStarts starts) {
        this.parts = parts;
        this.starts = starts;
    }

    Replay.Answer replay(Replay wish) {
        return replay(wish, Optional.empty());
    }

    private Replay.Answer replay(Replay wish, Optional<String> key) {
        Run old = parts.reader()
                .find(wish.run().value())
                .map(RunReader.Stored::run)
                .orElse(null);
        if (old == null) {
            return new Replay.Answer.Unknown();
        }
        Optional<Input> input = wish.data()
                .map(Input::of)
                .or(() -> parts.journals().input(old.id().value()));
        if (input.isEmpty()) {
            return new Replay.Answer.NotKept();
        }
        return version(old, wish, version -> start(old, version, input.get(), wish, key));
    }

    private Replay.Answer version(Run old, Replay wish, Function<ScenarioVersionId, Replay.Answer> then) {
        return switch (wish.version()) {
            case SAME -> then.apply(old.versionId());
            case LIVE ->
                parts.scenarios()
                        .live(old.scenario())
                        .map(ScenarioVersion::id)
                        .map(then)
                        .orElseGet(Replay.Answer.NoVersion::new);
            case DRAFT ->
                switch (parts.scenarios().snapshot(old.scenario(), wish.by())) {
                    case Scenarios.Snapshot(ScenarioVersion version) -> then.apply(version.id());
                    case Scenarios.Blocked(var problems) -> new Replay.Answer.Blocked(problems);
                    case Scenarios.Unknown _ -> new Replay.Answer.NoVersion();
                };
        };
    }

    private Replay.Answer start(Run old, ScenarioVersionId version, Input input, Replay wish, Optional<String> key) {
        Executable executable = parts.plans().find(version).orElse(null);
        if (executable == null) {
            return new Replay.Answer.NoVersion();
        }
        RunOrder order = new RunOrder(version, Cause.REPLAY, input, key, Optional.of(old.id()));
        if (wish.from().isEmpty()) {
            return new Replay.Answer.Begun(starts.start(order));
        }
        int from = wish.from().getAsInt();
        Blueprint then =
                parts.plans().find(old.versionId()).map(Executable::blueprint).orElse(executable.blueprint());
        List<ChunkReader.Line> lines = parts.journals().of(old.id().value()).lines();
        RepeatCheck check = new RepeatCheck(then, executable.blueprint(), from, wish.outputs());
        OptionalInt wrong = check.wrong(executable.plan().trigger(), lines);
        if (wrong.isPresent()) {
            return new Replay.Answer.NoModule(wrong.getAsInt());
        }
        Lineage lineage = new Lineage(old.id().value(), null, from, wish.outputs());
        return new Replay.Answer.Begun(starts.start(
                order,
                null,
                run -> new Write.Also(connection -> lineage.note(connection, run)),
                own -> lineage.over(executable.plan(), new StoredJournal(lines), own)));
    }

    /** Notes which runs are to be run again and when; returns how many. */
    int many(ReplayMany wish) {
        List<Run> runs = new ArrayList<>();
        RunQuery query = wish.which().page(200);
        Optional<RunId> next;
        do {
            RunPage page = parts.reader().list(query);
            page.items().stream().filter(this::kept).forEach(runs::add);
            next = page.next();
            query = next.map(query::after).orElse(query);
        } while (next.isPresent() && runs.size() < MOST);
        List<Run> oldestFirst = runs.stream().limit(MOST).toList().reversed();
        try {
            Sql.together(parts.database(), connection -> note(connection, oldestFirst, wish));
        } catch (SQLException failure) {
            throw new IllegalStateException("The runs to replay could not be noted", failure);
        }
        parts.dispatcher().poke();
        return oldestFirst.size();
    }

    private boolean kept(Run run) {
        return parts.plans()
                .find(run.versionId())
                .filter(executable -> !executable.blueprint().settings().confidential())
                .isPresent();
    }

    private void note(Connection connection, List<Run> runs, ReplayMany wish) throws SQLException {
        Instant now = parts.dispatcher().now();
        try (PreparedStatement insert = connection.prepareStatement(
                        "insert into replay (id, run_id, version, due_at, author_id, author_name)"
                                + " values (?, ?, ?, ?, ?, ?)");
                PreparedStatement alarm = connection.prepareStatement(
                        "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                                + " values ('replay', ?, ?, false, 1)")) {
            for (int i = 0; i < runs.size(); i++) {
                long id = parts.ids().next();
                Object due = now.plus(wish.over().multipliedBy(i).dividedBy(runs.size()))
                        .atOffset(ZoneOffset.UTC);
                insert.setLong(1, id);
                insert.setLong(2, runs.get(i).id().value());
                insert.setString(3, wish.version().name());
                insert.setObject(4, due);
                insert.setLong(5, wish.by().user().value());
                insert.setString(6, wish.by().name());
                insert.addBatch();
                alarm.setString(1, Long.toString(id));
                alarm.setObject(2, due);
                alarm.addBatch();
            }
            insert.executeBatch();
            alarm.executeBatch();
        }
    }

    /** The time of one of many has come; however often that is said, it begins once. */
    Dispatcher.Next ring(long id) {
        Replay wish = parts
                .reading()
                .query(
                        "select * from replay where id = ?",
                        List.of(id),
                        row -> new Replay(
                                new RunId(row.getLong("run_id")),
                                Replay.Version.valueOf(row.getString("version")),
                                Optional.empty(),
                                OptionalInt.empty(),
                                Map.of(),
                                new Author(new UserId(row.getLong("author_id")), row.getString("author_name"))))
                .stream()
                .findFirst()
                .orElse(null);
        if (wish == null) {
            return new Dispatcher.Next.Done();
        }
        boolean begun = switch (replay(wish, Optional.of("replay/" + id))) {
            case Replay.Answer.Begun(Started started) -> started.accepted();
            case Replay.Answer other -> {
                LOG.warn("Run {} is not run again: {}", wish.run(), other);
                yield true;
            }
        };
        if (!begun) {
            return new Dispatcher.Next.Again(parts.dispatcher().now().plus(PATIENCE));
        }
        try (Connection connection = parts.database().getConnection()) {
            Sql.update(connection, "delete from replay where id = ?", id);
        } catch (SQLException failure) {
            throw new IllegalStateException("A replay could not be noted as done", failure);
        }
        return new Dispatcher.Next.Done();
    }
}
