package dev.tutti.builtin.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.builtin.ModuleBench;
import dev.tutti.builtin.Owner;
import dev.tutti.builtin.TestCall;
import dev.tutti.connection.Connection;
import dev.tutti.connection.ConnectionType;
import dev.tutti.connection.Connections;
import dev.tutti.connection.Trials;
import dev.tutti.connector.Modules;
import dev.tutti.connector.Polled;
import dev.tutti.connector.Polling;
import dev.tutti.connector.Position;
import dev.tutti.engine.Effect;
import dev.tutti.engine.Failure.Kind;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Json;
import dev.tutti.value.Moment;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The modules for databases, against PostgreSQL and, where one can be had, MariaDB. */
@ModuleBench
class SqlTest {

    private final Modules modules;
    private final Connections connections;
    private final Trials trials;
    private final WatchRows watch;
    private final Owner owner;
    private TestCall call = TestCall.once();

    SqlTest(Modules modules, Connections connections, Trials trials, WatchRows watch, Owner owner) {
        this.modules = modules;
        this.connections = connections;
        this.trials = trials;
        this.watch = watch;
        this.owner = owner;
    }

    @BeforeEach
    void signIn() {
        owner.signIn();
    }

    @AfterEach
    void finish() {
        call.finish();
    }

    static Stream<TestServer> servers() {
        return TestServer.all();
    }

    private Connection connect(TestServer server) {
        return ((Connections.Storage.Stored) connections.create("Shop", ConnectionType.DATABASE, server.fields()))
                .connection();
    }

    private void use(TestServer server) {
        call = TestCall.once().with(connect(server).id());
        run("sql:query", "sql", "drop table if exists person");
        run("sql:query", "sql", server.createPerson());
    }

    private Outcome run(String module, Object... settings) {
        return modules.call(module, 1, fields(settings), call);
    }

    private static Fields fields(Object... pairs) {
        Fields.Builder fields = Fields.builder();
        for (int i = 0; i < pairs.length; i += 2) {
            Object value = pairs[i + 1];
            fields.put((String) pairs[i], value instanceof Value it ? it : Text.of(value.toString()));
        }
        return fields.build();
    }

    private static List<Fields> rows(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Emitted.class);
        return ((Outcome.Emitted) outcome).bundles();
    }

    private static Kind failure(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed) outcome).failure().kind();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whatGoesInComesOutWithItsType(TestServer server) {
        use(server);
        Fields made = rows(run(
                        "sql:insert",
                        "table",
                        "person",
                        "values",
                        fields(
                                "name",
                                "Ada O'Hara; drop table person",
                                "total",
                                Num.of(12.5),
                                "born",
                                new Moment(Instant.parse("2026-11-20T08:00:00Z")),
                                "active",
                                Bool.of(true),
                                "note",
                                Nothing.NULL)))
                .getFirst();
        assertThat(made.get("affected")).isEqualTo(Num.of(1));
        assertThat(((Fields) made.get("row")).fields()).isNotEmpty();

        Fields row = rows(run(
                        "sql:query",
                        "sql",
                        "select * from person where name = ?",
                        "parameters",
                        Items.of(Text.of("Ada O'Hara; drop table person"))))
                .getFirst();
        assertThat(row.get("id")).isEqualTo(Num.of(1));
        assertThat(((Num) row.get("total")).number()).isEqualByComparingTo("12.5");
        assertThat(row.get("born")).isEqualTo(new Moment(Instant.parse("2026-11-20T08:00:00Z")));
        assertThat(row.get("note")).isEqualTo(Nothing.NULL);
        if (server.postgres()) {
            assertThat(row.get("active")).isEqualTo(Bool.of(true));
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void textGoesIntoAColumnOfAnyType(TestServer server) {
        use(server);
        run("sql:insert", "table", "person", "values", fields("name", "Ada", "total", "12.5", "born", "2026-11-20"));
        assertThat(rows(run("sql:query", "sql", "select total from person"))).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void updatesUpsertsAndDeletes(TestServer server) {
        use(server);
        run("sql:insert", "table", "person", "values", fields("name", "Ada", "total", "1"));
        assertThat(rows(run(
                        "sql:update",
                        "table",
                        "person",
                        "where",
                        fields("name", "Ada"),
                        "values",
                        fields("total", "2"))))
                .containsExactly(fields("affected", Num.of(1)));
        run(
                "sql:upsert",
                "table",
                "person",
                "keys",
                Items.of(Text.of("name")),
                "values",
                fields("name", "Ada", "total", "3"));
        run(
                "sql:upsert",
                "table",
                "person",
                "keys",
                Items.of(Text.of("name")),
                "values",
                fields("name", "Grace", "total", "4"));
        assertThat(rows(run("sql:query", "sql", "select name from person order by total")))
                .containsExactly(fields("name", "Ada"), fields("name", "Grace"));
        assertThat(rows(run("sql:delete", "table", "person", "where", fields("name", "Grace"))))
                .containsExactly(fields("affected", Num.of(1)));
        assertThat(rows(run("sql:query", "sql", "select count(*) as n from person")))
                .containsExactly(fields("n", Num.of(1)));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void neverTouchesEveryRowByAccident(TestServer server) {
        use(server);
        run("sql:insert", "table", "person", "values", fields("name", "Ada"));
        assertThat(failure(run("sql:delete", "table", "person", "where", fields("name", Nothing.NULL))))
                .isEqualTo(Kind.BUNDLE_VALIDATION);
        assertThat(failure(run("sql:delete", "table", "person", "where", Fields.EMPTY)))
                .isEqualTo(Kind.BUNDLE_VALIDATION);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void saysWhatIsWrong(TestServer server) {
        use(server);
        run("sql:insert", "table", "person", "values", fields("name", "Ada"));
        assertThat(failure(run("sql:insert", "table", "person", "values", fields("name", "Ada"))))
                .isEqualTo(Kind.DUPLICATE_DATA);
        assertThat(failure(run("sql:insert", "table", "person", "values", fields("total", "much"))))
                .isEqualTo(Kind.DATA);
        assertThat(failure(run("sql:query", "sql", "select * from nothing_here")))
                .isEqualTo(Kind.RUNTIME);
        assertThat(failure(run("sql:insert", "table", "person\" --", "values", fields("name", "x"))))
                .isEqualTo(Kind.RUNTIME);
        // What came before the failures still counts, and what comes after works.
        assertThat(rows(run("sql:query", "sql", "select count(*) as n from person")))
                .containsExactly(fields("n", Num.of(1)));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whatIsRolledBackNeverHappened(TestServer server) {
        use(server);
        call.commit();
        run("sql:insert", "table", "person", "values", fields("name", "Ada"));
        call.rollback();
        assertThat(rows(run("sql:query", "sql", "select count(*) as n from person")))
                .containsExactly(fields("n", Num.of(0)));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void watchesWhatIsAdded(TestServer server) {
        use(server);
        for (String name : List.of("Ada", "Grace", "Alan")) {
            run("sql:insert", "table", "person", "values", fields("name", name));
        }
        call.commit();
        Fields settings = fields("table", "person", "column", "id", "limit", Num.of(2));
        Polling.Batch first = poll(settings, Optional.empty());
        assertThat(first.bundles()).extracting(it -> it.get("name")).containsExactly(Text.of("Ada"), Text.of("Grace"));
        Polling.Batch second = poll(settings, Optional.of(first.next()));
        assertThat(second.bundles()).extracting(it -> it.get("name")).containsExactly(Text.of("Alan"));
        assertThat(poll(settings, Optional.of(second.next())).bundles()).isEmpty();
    }

    private Polling.Batch poll(Fields settings, Optional<Position> since) {
        return ((Polled.Got<Polling.Batch>) watch.poll(settings, since, 2, call)).what();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void triesAConnectionOut(TestServer server) {
        Connection good = connect(server);
        assertThat(trials.run(good.id(), Optional.empty(), Locale.ENGLISH)
                        .orElseThrow()
                        .working())
                .isTrue();
        Map<String, String> fields = new java.util.HashMap<>(server.fields());
        fields.put("port", "1");
        Connection bad =
                ((Connections.Storage.Stored) connections.create("Gone", ConnectionType.DATABASE, fields)).connection();
        assertThat(trials.run(bad.id(), Optional.empty(), Locale.ENGLISH)
                        .orElseThrow()
                        .working())
                .isFalse();
        call = TestCall.once().with(bad.id());
        assertThat(failure(run("sql:query", "sql", "select 1"))).isEqualTo(Kind.CONNECTION);
    }

    @Test
    void tellsAStatementThatOnlyReads() {
        assertThat(RunQuery.effect(fields("sql", " SELECT * from person"))).isEqualTo(Effect.READ);
        assertThat(RunQuery.effect(fields("sql", "with x as (delete from person returning *) select * from x")))
                .isEqualTo(Effect.UPDATE);
        assertThat(RunQuery.effect(fields("sql", "update person set total = 1")))
                .isEqualTo(Effect.UPDATE);
    }

    @Test
    void postgresJsonAndArraysAreValues() {
        call = TestCall.once().with(connect(TestServer.postgresql()).id());
        Fields row = rows(run(
                        "sql:query",
                        "sql",
                        "select '{\"a\":[1,2]}'::jsonb as data, array['x','y'] as list, 'z'::text as plain"))
                .getFirst();
        assertThat(row.get("data"))
                .isEqualTo(Json.parse("{\"a\":[1,2]}").value().orElseThrow());
        assertThat(row.get("list")).isEqualTo(Items.of(Text.of("x"), Text.of("y")));
    }
}
