package dev.tutti.run;

import static dev.tutti.run.RunWorld.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.ScenarioVersionId;
import dev.tutti.scenario.Settings;
import dev.tutti.testing.Database;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Text;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was said in runs finds them, and goes when it is old. */
class RunSearchTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10));

    /** Runs and what finds them. */
    private final class Finder {
        final RunWorld world;
        final RunWorld.Node node;
        final SearchTables tables;
        final JournalReader journals;

        Finder(RunWorld world) throws Exception {
            this.world = world;
            this.node = world.node();
            this.tables = world.tables instanceof H2Tables
                    ? new H2Search(new Reading(world.database), world.reader)
                    : new PostgresSearch(world.reader);
            this.journals =
                    new JournalReader(world.reader, node.parts().journals(), world.scenarios, blob -> new byte[0]);
        }

        RunIndexer indexer() {
            return new RunIndexer(world.database, tables, journals, later);
        }

        RunId run(ScenarioVersionId version, Fields... bundles) {
            RunOrder order = RunOrder.of(version, Cause.WEBHOOK, Input.of(List.of(bundles)));
            return node.runs().start(order).ended(PATIENCE).orElseThrow().id();
        }

        List<RunId> find(String words) {
            return find(RunQuery.newest(50), words);
        }

        List<RunId> find(RunQuery query, String words) {
            return new RunSearch(node.runs(), tables)
                    .find(query, words).items().stream().map(Run::id).toList();
        }
    }

    private static Fields invoice(String number, String customer) {
        return Fields.of("number", Text.of(number), "customer", Text.of(customer));
    }

    @ParameterizedTest
    @MethodSource("dev.tutti.testing.Databases#both")
    void wordsOfInputsAndOutputsFindTheRun(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            Finder finder = new Finder(world);
            ScenarioVersionId version = world.plan(call(2, "effect"));
            RunId dupont = finder.run(version, invoice("FA-2026-118", "Hélène Dupont"));
            RunId martin = finder.run(
                    version,
                    Fields.of(
                            "deep", Items.of(Fields.of("city", Text.of("Saint-Étienne, 42000"))), "n", Text.of("118")));
            while (finder.indexer().walk()) {}

            assertThat(finder.find("dupont")).containsExactly(dupont);
            assertThat(finder.find("helene DUP")).containsExactly(dupont);
            assertThat(finder.find("FA-2026-118")).containsExactly(dupont);
            assertThat(finder.find("2026-FA")).isEmpty();
            assertThat(finder.find("118")).containsExactly(martin, dupont);
            assertThat(finder.find("saint-etienne 42000")).containsExactly(martin);
            assertThat(finder.find("dupont 42000")).isEmpty();
            assertThat(finder.find("' ; drop table run --")).isEmpty();
            // Nothing to look for is no question.
            assertThat(finder.find("?!")).containsExactly(martin, dupont);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.tutti.testing.Databases#both")
    void theOtherFiltersAndThePagesHoldToo(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            Finder finder = new Finder(world);
            ScenarioVersionId some = world.plan(call(2, "effect"));
            ScenarioVersionId other = world.plan(call(2, "fail"));
            RunId first = finder.run(some, invoice("1", "Ada"));
            RunId second = finder.run(other, invoice("2", "Ada"));
            RunId third = finder.run(some, invoice("3", "Ada"));
            finder.indexer().walk();

            RunQuery failed = new RunQuery(
                    Optional.empty(),
                    Set.of(RunStatus.ERROR),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    10);
            assertThat(finder.find(failed, "ada")).containsExactly(second);
            assertThat(finder.find(RunQuery.newest(10).of(world.scenario(some)), "ada"))
                    .containsExactly(third, first);
            assertThat(finder.find("it does not fit")).containsExactly(second);

            RunPage page = finder.tables.find(
                    RunQuery.newest(2), SearchWords.question("ada").orElseThrow());
            assertThat(page.items().stream().map(Run::id)).containsExactly(third, second);
            assertThat(finder.find(RunQuery.newest(2).after(page.next().orElseThrow()), "ada"))
                    .containsExactly(first);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.tutti.testing.Databases#both")
    void confidentialRunsAreNeverFoundAndThoseThatGoOnLater(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            Finder finder = new Finder(world);
            finder.run(world.version(RunWorld.confidential(), call(2, "effect")), invoice("1", "Secret"));
            Started open = finder.node
                    .runs()
                    .start(RunOrder.of(
                            world.version(Settings.DEFAULT, call(2, "gate")),
                            Cause.WEBHOOK,
                            Input.of(List.of(invoice("2", "Secret")))));
            assertThat(open.accepted()).isTrue();
            finder.indexer().walk();
            assertThat(finder.find("secret")).isEmpty();
            assertThat(world.count("select count(*) from run_text where words like '%secret%'"))
                    .isZero();

            world.modules.gate.release();
            assertThat(open.ended(PATIENCE)).isPresent();
            finder.indexer().walk();
            assertThat(finder.find("secret")).containsExactly(open.id());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.tutti.testing.Databases#both")
    void aRunIsFoundAsSoonAsItsEndIsHeardOf(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            Finder finder = new Finder(world);
            RunIndexer indexer = new RunIndexer(world.database, finder.tables, finder.journals, Clock.systemUTC());
            RunId run = finder.run(world.plan(call(2, "effect")), invoice("7", "Grace"));
            indexer.ended(new RunEnded(run, new ScenarioId(1), RunStatus.SUCCESS, Cause.WEBHOOK, false));
            indexer.catchUp();
            assertThat(finder.find("grace")).containsExactly(run);
            indexer.ended(new RunEnded(run, new ScenarioId(1), RunStatus.SUCCESS, Cause.WEBHOOK, false));
            indexer.catchUp();
            assertThat(finder.find("grace")).containsExactly(run);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.tutti.testing.Databases#both")
    void oldRunsLoseTheirDataAndWaitingOnesKeepIt(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            Finder finder = new Finder(world);
            ScenarioVersionId kept = world.plan(call(2, "effect"));
            ScenarioVersionId forgotten = world.plan(call(2, "effect"));
            RunId stays = finder.run(kept, invoice("1", "Stays"));
            RunId goes = finder.run(forgotten, invoice("2", "Goes"));
            Started open = finder.node
                    .runs()
                    .start(RunOrder.of(
                            world.version(Settings.DEFAULT, call(2, "gate")),
                            Cause.WEBHOOK,
                            Input.of(List.of(invoice("3", "Open")))));
            assertThat(open.accepted()).isTrue();
            finder.indexer().walk();

            Clock inFiftyDays = Clock.offset(Clock.systemUTC(), Duration.ofDays(50));
            Retention retention = new Retention(
                    world.database,
                    finder.tables,
                    scenario -> scenario.equals(world.scenario(kept)) ? 0 : 30,
                    inFiftyDays);
            assertThat(retention.clean()).isEqualTo(1);
            assertThat(retention.clean()).isZero();

            assertThat(finder.find("goes")).isEmpty();
            assertThat(finder.node.runs().input(goes)).isEmpty();
            assertThat(finder.node.runs().find(goes)).isPresent();
            assertThat(finder.find("stays")).containsExactly(stays);
            assertThat(finder.node.runs().input(stays)).isPresent();
            assertThat(finder.node.runs().input(open.id())).isPresent();

            Clock inTwoYears = Clock.fixed(Instant.now().plus(Duration.ofDays(730)), ZoneOffset.UTC);
            new Retention(
                            world.database,
                            finder.tables,
                            scenario -> scenario.equals(world.scenario(kept)) ? 0 : 30,
                            inTwoYears)
                    .clean();
            assertThat(finder.node.runs().find(goes)).isEmpty();
            assertThat(finder.node.runs().find(stays)).isPresent();
            assertThat(finder.node.runs().find(open.id())).isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.tutti.testing.Databases#both")
    void filesThatNoRunRefersToGo(Database where) throws Exception {
        java.nio.file.Path folder = java.nio.file.Files.createTempDirectory("files");
        try (RunWorld world = new RunWorld(where.migrated())) {
            Finder finder = new Finder(world);
            FileBlobs blobs = new FileBlobs(folder);
            var used = blobs.store("used.txt", "text/plain", new java.io.ByteArrayInputStream("used".getBytes()));
            var unused = blobs.store("no.txt", "text/plain", new java.io.ByteArrayInputStream("no".getBytes()));
            ScenarioVersionId version = world.plan(call(2, "effect"));
            RunId run = finder.run(version, Fields.of("file", used));
            Clock muchLater = Clock.offset(Clock.systemUTC(), Duration.ofDays(20));

            // Not before all runs up to then were looked at.
            assertThat(new FileSweep(world.database, folder, muchLater).sweep()).isZero();
            finder.indexer().walk();
            try (Connection connection = world.database.getConnection()) {
                Sql.update(connection, "update run_text_mark set run_id = ?", muchLater.millis() << 22);
            }
            assertThat(new FileSweep(world.database, folder, Clock.systemUTC()).sweep())
                    .isZero();
            assertThat(new FileSweep(world.database, folder, muchLater).sweep()).isEqualTo(1);

            assertThat(blobs.open(used).readAllBytes()).asString().isEqualTo("used");
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> blobs.open(unused))
                    .isInstanceOf(java.nio.file.NoSuchFileException.class);
            assertThat(finder.find("used.txt")).containsExactly(run);
        }
    }
}
