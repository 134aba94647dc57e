package dev.tutti.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tutti.engine.Said;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.testing.Database;
import dev.tutti.value.Message;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What both databases must do alike. */
class RunTablesTest {

    private static final long NOW = Instant.parse("2026-11-21T10:00:00Z").toEpochMilli();
    private final List<Long> nodes = new ArrayList<>();

    private RunTables tables;
    private DataSource database;
    private RunReader reader;

    private void open(Database where) throws Exception {
        database = where.migrated().dataSource();
        tables = dev.tutti.run.Databases.tables(database);
        reader = new RunReader(database);
    }

    private RunTables.Owner node(long id) throws Exception {
        try (Connection connection = database.getConnection()) {
            Sql.update(
                    connection,
                    "insert into node (id, epoch, host, started_at, expires_at)"
                            + " values (?, 1, 'here', current_timestamp, current_timestamp + interval '10' second)",
                    id);
        }
        nodes.add(id);
        return new RunTables.Owner(id, 1);
    }

    private static RunRow row(long id, Standing standing) {
        return new RunRow(
                id, 7, 8, 3, "Orders – “new”", Cause.WEBHOOK, false, NOW, null, new Parent(5, "3#0"), standing);
    }

    private static final Said SAID = new Said(
            Message.of("run.call.failed", "A\u0003b", Message.of("run.call.stopped", "\u0002c")),
            Optional.of(Message.of("run.call.failed.advice")));

    private static CommitBatch batch(Write... writes) {
        return new CommitBatch(List.of(new CommitUnit(List.of(writes), new CompletableFuture<>())));
    }

    private Set<Long> write(RunTables.Owner owner, Write... writes) throws Exception {
        try (Connection connection = database.getConnection()) {
            return tables.write(connection, owner, batch(writes));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.tutti.testing.Databases#both")
    void aRunThatBeginsAndEndsInOneBatchIsWrittenOnceAndReadBack(Database where) throws Exception {
        open(where);
        RunTables.Owner me = node(1);
        RunError error = new RunError(
                OptionalInt.of(4),
                "DataError",
                "It broke\0",
                Optional.of("Mend it"),
                Optional.of("détail"),
                Optional.of(SAID));
        Standing end = new Standing(RunStatus.ERROR, NOW + 250, null, 12, 3456, error, new byte[] {1, 2});

        write(
                me,
                new Write.Accept(row(100, Standing.running()), null),
                new Write.Chunk(100, 0, 1, 12, new byte[] {9}, new byte[] {8}),
                new Write.Change(100, end, false));

        RunReader.Stored stored = reader.find(100).orElseThrow();
        Run run = stored.run();
        assertThat(run.status()).isEqualTo(RunStatus.ERROR);
        assertThat(run.scenarioName()).isEqualTo("Orders – “new”");
        assertThat(run.took()).contains(Duration.ofMillis(250));
        assertThat(run.error())
                .contains(new RunError(
                        OptionalInt.of(4),
                        "DataError",
                        "It broke",
                        Optional.of("Mend it"),
                        Optional.of("détail"),
                        Optional.of(SAID)));
        assertThat(run.parentRun()).contains(new RunId(5));
        assertThat(stored.parent()).isEqualTo(new Parent(5, "3#0"));
        assertThat(run.operations()).isEqualTo(12);
        assertThat(run.bytes()).isEqualTo(3456);
        assertThat(stored.reply()).containsExactly(1, 2);
        assertThat(reader.input(100)).containsExactly(9);
        assertThat(reader.chunks(100, 0))
                .singleElement()
                .satisfies(chunk -> assertThat(chunk.data()).containsExactly(8));
        assertThat(reader.owned(1)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.tutti.testing.Databases#both")
    void onlyTheOwnerChangesARun(Database where) throws Exception {
        open(where);
        RunTables.Owner me = node(1);
        RunTables.Owner other = node(2);
        write(me, new Write.Accept(row(100, Standing.running()), null));
        Standing end = new Standing(RunStatus.SUCCESS, NOW, null, 1, 1, null, null);

        assertThat(write(other, new Write.Change(100, end, false))).containsExactly(100L);
        assertThat(reader.find(100).orElseThrow().run().status()).isEqualTo(RunStatus.RUNNING);
        assertThat(write(me, new Write.Change(100, end, false))).isEmpty();
        assertThat(write(me, new Write.Change(100, end, false)))
                .as("an ended run stays as it is")
                .containsExactly(100L);
    }

    @ParameterizedTest
    @MethodSource("dev.tutti.testing.Databases#both")
    void withAnOldEpochNothingIsWritten(Database where) throws Exception {
        open(where);
        RunTables.Owner me = node(1);
        try (Connection connection = database.getConnection()) {
            Sql.update(connection, "update node set expires_at = current_timestamp - interval '1' second");
            assertThat(tables.expire(connection)).containsExactly(1L);
        }

        assertThatThrownBy(() -> write(
                        me,
                        new Write.Accept(row(100, Standing.queued(0, 0)), null),
                        new Write.Chunk(100, 0, 1, 0, new byte[0], new byte[0])))
                .isInstanceOf(RunTables.LeaseLost.class);

        assertThat(reader.find(100)).isEmpty();
        assertThat(reader.chunks(100, 0)).isEmpty();
        try (Connection connection = database.getConnection()) {
            assertThat(tables.claim(connection, me, 100)).isFalse();
            assertThat(Sql.number(connection, "select count(*) from scheduled_tasks"))
                    .isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.tutti.testing.Databases#both")
    void aRunThatSleepsHasAnAlarmAndOneClaimWins(Database where) throws Exception {
        open(where);
        RunTables.Owner me = node(1);
        RunTables.Owner other = node(2);
        write(me, new Write.Accept(row(100, Standing.running()), null));
        write(me, new Write.Change(100, new Standing(RunStatus.WAITING, null, NOW + 60_000, 2, 20, null, null), false));

        assertThat(reader.find(100).orElseThrow().run().until()).contains(Instant.ofEpochMilli(NOW + 60_000));
        try (Connection connection = database.getConnection()) {
            assertThat(Sql.number(connection, "select count(*) from scheduled_tasks where task_instance = '100'"))
                    .isEqualTo(1);
            assertThat(tables.claim(connection, other, 100)).isTrue();
            assertThat(tables.claim(connection, me, 100)).isFalse();
        }
        assertThat(reader.owned(2)).containsExactly(new RunReader.Owned(100, false));
    }

    @ParameterizedTest
    @MethodSource("dev.tutti.testing.Databases#both")
    void scrubbingLeavesOnlyWhatComesWithIt(Database where) throws Exception {
        open(where);
        RunTables.Owner me = node(1);
        write(
                me,
                new Write.Accept(row(100, Standing.running()), null),
                new Write.Chunk(100, 0, 1, 1, new byte[] {1}, new byte[] {2}));
        write(
                me,
                new Write.Change(100, new Standing(RunStatus.SUCCESS, NOW, null, 1, 1, null, null), true),
                new Write.Chunk(100, 1, 1, 1, null, new byte[] {3}));

        assertThat(reader.chunks(100, 0)).singleElement().satisfies(chunk -> {
            assertThat(chunk.data()).containsExactly(3);
            assertThat(chunk.input()).isNull();
        });
    }

    @ParameterizedTest
    @MethodSource("dev.tutti.testing.Databases#both")
    void theRunsOfADeadNodeGetAlarmsAndNoOwner(Database where) throws Exception {
        open(where);
        RunTables.Owner me = node(1);
        write(me, new Write.Accept(row(100, Standing.running()), null));
        write(me, new Write.Accept(row(101, new Standing(RunStatus.SUCCESS, NOW, null, 0, 0, null, null)), null));
        try (Connection connection = database.getConnection()) {
            assertThat(Release.all(connection, 1)).isEqualTo(1);
            assertThat(Sql.number(connection, "select count(*) from scheduled_tasks"))
                    .isEqualTo(1);
            assertThat(Release.orphans(connection)).isZero();
            Sql.update(connection, "delete from scheduled_tasks");
            assertThat(Release.orphans(connection)).isEqualTo(1);
        }
        RunReader.Stored stored = reader.find(100).orElseThrow();
        assertThat(stored.run().status()).isEqualTo(RunStatus.QUEUED);
        assertThat(stored.attempts()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("dev.tutti.testing.Databases#both")
    void theListIsFilteredAndPaged(Database where) throws Exception {
        open(where);
        RunTables.Owner me = node(1);
        for (int i = 0; i < 25; i++) {
            RunError error = i % 5 == 0
                    ? new RunError(
                            OptionalInt.empty(),
                            "DataError",
                            "100% wrong_" + i,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty())
                    : null;
            Standing end =
                    new Standing(error == null ? RunStatus.SUCCESS : RunStatus.ERROR, NOW + i, null, 0, 0, error, null);
            write(
                    me,
                    new Write.Accept(
                            new RunRow(
                                    100 + i,
                                    i % 2,
                                    8,
                                    null,
                                    i % 2 == 0 ? "Even" : "Odd",
                                    Cause.API,
                                    false,
                                    NOW + i * 1_000L,
                                    5L,
                                    null,
                                    end),
                            null));
        }
        RunQuery ten = RunQuery.newest(10);
        RunPage first = reader.list(ten);
        assertThat(first.items()).hasSize(10).first().satisfies(run -> {
            assertThat(run.id().value()).isEqualTo(124);
            assertThat(run.test()).isTrue();
            assertThat(run.replayOf()).contains(new RunId(5));
        });
        RunPage second = reader.list(ten.after(first.next().orElseThrow()));
        RunPage third = reader.list(ten.after(second.next().orElseThrow()));
        assertThat(third.items()).hasSize(5);
        assertThat(third.next()).isEmpty();
        assertThat(reader.list(RunQuery.newest(100).of(new ScenarioId(1))).items())
                .hasSize(12);
        assertThat(found(Set.of(RunStatus.ERROR), null, null, null)).hasSize(5);
        assertThat(found(Set.of(), "oDD", null, null)).hasSize(12);
        assertThat(found(Set.of(), "100% WRONG_1", null, null)).hasSize(2);
        assertThat(found(Set.of(), "_", null, null)).as("no wildcard").hasSize(5);
        assertThat(found(Set.of(), null, Instant.ofEpochMilli(NOW + 5_000), Instant.ofEpochMilli(NOW + 10_000)))
                .hasSize(5);
    }

    private List<Run> found(Set<RunStatus> statuses, String text, Instant from, Instant to) {
        return reader.list(new RunQuery(
                        Optional.empty(),
                        statuses,
                        Optional.ofNullable(from),
                        Optional.ofNullable(to),
                        Optional.ofNullable(text),
                        Optional.empty(),
                        200))
                .items();
    }
}
