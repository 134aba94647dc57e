package dev.tutti.run;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.tutti.engine.Chain;
import dev.tutti.engine.Directive;
import dev.tutti.engine.Guard;
import dev.tutti.engine.Guards;
import dev.tutti.engine.Handler;
import dev.tutti.engine.Limits;
import dev.tutti.engine.Mapping;
import dev.tutti.engine.Plan;
import dev.tutti.engine.Policy;
import dev.tutti.engine.Step;
import dev.tutti.scenario.Author;
import dev.tutti.scenario.Blueprint;
import dev.tutti.scenario.Executable;
import dev.tutti.scenario.FailureRules;
import dev.tutti.scenario.Link;
import dev.tutti.scenario.Position;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.ScenarioSummary;
import dev.tutti.scenario.ScenarioVersion;
import dev.tutti.scenario.ScenarioVersionId;
import dev.tutti.scenario.Scenarios;
import dev.tutti.scenario.Settings;
import dev.tutti.scenario.StartsBy;
import dev.tutti.testing.Database;
import dev.tutti.value.Fields;
import dev.tutti.value.Message;
import dev.tutti.value.Num;
import dev.tutti.workspace.Ids;
import dev.tutti.workspace.NodeNumber;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Nodes that execute runs on a real database, with plans made by hand. Close it to end them. */
final class RunWorld implements AutoCloseable {

    private static final AtomicInteger NUMBERS = new AtomicInteger(1);

    final HikariDataSource database;
    final RunTables tables;
    final RunReader reader;
    final StubModules modules = new StubModules();
    final Set<ScenarioId> off = ConcurrentHashMap.newKeySet();
    final Map<ScenarioId, Message> switchedOff = new ConcurrentHashMap<>();
    final List<RunEnded> ended = new CopyOnWriteArrayList<>();
    final Map<Long, Executable> versions = new ConcurrentHashMap<>();
    final Scenarios scenarios = scenarios();
    volatile Fields variables = Fields.EMPTY;
    /** Long, so that no commit depends on how busy the machine is. */
    Duration unaccepted = Duration.ofSeconds(20);

    int mostIncompletes = 1_000;

    private final List<Node> nodes = new ArrayList<>();

    RunWorld(Database where) throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(where.url());
        config.setUsername(where.username());
        config.setPassword(where.password());
        config.setMaximumPoolSize(20);
        config.setConnectionTimeout(5_000);
        database = new HikariDataSource(config);
        tables = dev.tutti.run.Databases.tables(database);
        reader = new RunReader(database);
    }

    /** One process. */
    record Node(
            RunNode node,
            Runs runs,
            Incompletes incompletes,
            Committer committer,
            Lease lease,
            RunParts parts,
            AtomicBoolean lost) {
        long commits() {
            return committer.commits();
        }
    }

    Node node() throws Exception {
        return node(256);
    }

    Node node(int atOnce) throws Exception {
        Ids ids = new Ids(Clock.systemUTC(), new NodeNumber(NUMBERS.getAndIncrement() % 1024));
        AtomicBoolean lost = new AtomicBoolean();
        Lease lease = new Lease(database, tables, ids.next(), () -> lost.set(true));
        Committer committer = new Committer(database, tables, lease);
        Reading reading = new Reading(database);
        Journals journals = new Journals(reading, reader, new Inlet(List.of()));
        IncompleteReader items = new IncompleteReader(reading);
        Dispatcher dispatcher = new Dispatcher(database, tables, lease.owner().node());
        RunParts parts = new RunParts(
                database,
                tables,
                lease,
                committer,
                dispatcher,
                new Executions(atOnce),
                reading,
                reader,
                items,
                new IncompleteNotes(ids, dispatcher),
                journals,
                new Plans(scenarios::plan),
                scenarios,
                new Deactivation(database, (scenario, why) -> switchedOff.put(scenario, why)),
                modules,
                () -> CycleFeed.NONE,
                blob -> new byte[0],
                () -> variables,
                ids,
                Clock.systemUTC(),
                mostIncompletes,
                unaccepted,
                event -> ended.add((RunEnded) event));
        RunNode node = new RunNode(parts);
        modules.scenarios = new Subscenarios(() -> node);
        node.open();
        JournalReader logs = journals();
        Runs runs = new Runs(node, reader, logs, scenarios);
        Incompletes incompletes = new Incompletes(items, new IncompleteDetails(logs, modules), node);
        Node all = new Node(node, runs, incompletes, committer, lease, parts, lost);
        nodes.add(all);
        return all;
    }

    JournalReader journals() {
        Journals journals = new Journals(new Reading(database), reader, new Inlet(List.of()));
        return new JournalReader(reader, journals, scenarios, blob -> new byte[0]);
    }

    /** Ends a node as kill -9 would, as far as the database can see. */
    void abandon(Node node) throws Exception {
        node.node().goSilent();
        expire(node);
    }

    /** Lets a node take the runs of one that does not know it yet, as after a long pause. */
    void takeOver(Node dying, Node heir) throws Exception {
        while (!isForgotten(dying)) {
            expire(dying);
            heir.lease().takeOver();
        }
    }

    private void expire(Node node) throws Exception {
        try (var connection = database.getConnection()) {
            Sql.update(
                    connection,
                    "update node set expires_at = current_timestamp - interval '1' second where id = ?",
                    node.lease().owner().node());
        }
    }

    /** Whether the lease of a node was taken away for good. */
    boolean isForgotten(Node node) throws Exception {
        try (var connection = database.getConnection()) {
            return Sql.number(
                            connection,
                            "select count(*) from node where id = ?",
                            node.lease().owner().node())
                    == 0;
        }
    }

    ScenarioVersionId plan(Step... steps) {
        return version(ending(), steps);
    }

    ScenarioVersionId version(Settings settings, Step... steps) {
        return version(settings, Guards.NONE, steps);
    }

    /** Runs of it are kept where they fail, as a new scenario's are; a Break is among the guards. */
    ScenarioVersionId version(Settings settings, Guards guards, Step... steps) {
        int number = NUMBERS.getAndIncrement();
        ScenarioVersionId id = new ScenarioVersionId(1_000_000L + number);
        boolean replies = List.of(steps).stream()
                .anyMatch(
                        step -> step instanceof Step.Call call && call.module().equals("reply"));
        versions.put(
                id.value(),
                new Executable(
                        new ScenarioVersion(
                                id,
                                new ScenarioId(number),
                                OptionalInt.of(1),
                                Instant.now(),
                                Author.SYSTEM,
                                Optional.empty()),
                        "Scenario " + number,
                        new Blueprint(List.of(), List.of(), List.of(), settings),
                        new Plan(
                                OptionalInt.of(1),
                                Chain.of(steps),
                                Limits.DEFAULT,
                                ZoneId.of("Europe/Paris"),
                                Locale.ENGLISH,
                                new Policy(settings.failures().incompletes(), false, true, true, 1),
                                guards,
                                Map.of()),
                        new StartsBy.OnDemand(),
                        replies));
        return id;
    }

    /** A scenario of a trigger and calls behind one another whose canvas shows them, too. */
    ScenarioVersionId linked(Step... steps) {
        ScenarioVersionId id = version(ending(), steps);
        List<dev.tutti.scenario.Node> modules = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        modules.add(node(1, "trigger"));
        for (Step step : steps) {
            Step.Call call = (Step.Call) step;
            links.add(Link.between(modules.getLast().no(), call.id()));
            modules.add(node(call.id(), call.module()));
        }
        Executable bare = versions.get(id.value());
        Blueprint drawn = new Blueprint(modules, links, List.of(), List.of(), ending());
        versions.put(
                id.value(),
                new Executable(
                        bare.version(), bare.scenarioName(), drawn, bare.plan(), bare.startsBy(), bare.replies()));
        return id;
    }

    private static dev.tutti.scenario.Node node(int no, String module) {
        return new dev.tutti.scenario.Node(
                no, module, 1, Optional.empty(), new Position(0, 0), Fields.EMPTY, Optional.empty(), false);
    }

    ScenarioId scenario(ScenarioVersionId version) {
        return versions.get(version.value()).version().scenario();
    }

    static Step call(int id, String module) {
        return new Step.Call(id, module, 1, new Mapping.Constant(Fields.of("n", Num.of(id))), Optional.empty(), false);
    }

    /** Whatever fails is put aside and tried again this often. */
    static Guards breaks(int attempts, Duration interval) {
        Chain route = Chain.of(new Step.Decide(99, new Directive.Break(attempts, interval)));
        return new Guards(List.of(new Handler(route)), List.of(new Guard(Set.of(), List.of(0))));
    }

    /** As runs were before they were kept: they end where they fail. */
    static Settings ending() {
        return Settings.DEFAULT.with(new FailureRules(OptionalInt.empty(), false, false, true, true, 0));
    }

    static Settings sequential() {
        return new Settings(
                Settings.DEFAULT.timeZone(), Locale.ENGLISH, true, false, 40, Optional.empty(), Optional.empty());
    }

    static Settings confidential() {
        return new Settings(
                Settings.DEFAULT.timeZone(), Locale.ENGLISH, false, true, 40, Optional.empty(), Optional.empty());
    }

    static RunOrder order(ScenarioVersionId version) {
        return RunOrder.of(
                version, Cause.WEBHOOK, Input.of(List.of(Fields.of("name", dev.tutti.value.Text.of("Ada")))));
    }

    long count(String sql, long... parameters) throws Exception {
        try (var connection = database.getConnection()) {
            return Sql.number(connection, sql, parameters);
        }
    }

    private Scenarios scenarios() {
        return (Scenarios) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Scenarios.class}, (proxy, method, arguments) -> {
                    return switch (method.getName()) {
                        case "plan" -> Optional.ofNullable(versions.get(((ScenarioVersionId) arguments[0]).value()));
                        case "find" -> summary((ScenarioId) arguments[0]);
                        case "live" ->
                            versions.values().stream()
                                    .map(Executable::version)
                                    .filter(version -> version.scenario().equals(arguments[0]))
                                    .findFirst();
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }

    private Optional<ScenarioSummary> summary(ScenarioId id) {
        return versions.values().stream()
                .filter(executable -> executable.version().scenario().equals(id))
                .findFirst()
                .map(executable -> new ScenarioSummary(
                        id,
                        executable.scenarioName(),
                        !off.contains(id),
                        Optional.of(executable.version()),
                        0,
                        0,
                        executable.startsBy(),
                        List.of(),
                        Instant.EPOCH,
                        Instant.EPOCH));
    }

    void closeNodes() throws Exception {
        for (Node node : nodes) {
            node.node().close();
        }
        nodes.clear();
    }

    @Override
    public void close() throws Exception {
        modules.gate.release(1_000);
        closeNodes();
        database.close();
    }
}
