package dev.tutti.builtin.datastore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.builtin.ModuleBench;
import dev.tutti.builtin.Owner;
import dev.tutti.builtin.TestCall;
import dev.tutti.connector.Modules;
import dev.tutti.datastore.DataStores;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Failure.Kind;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Json;
import dev.tutti.value.Moment;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ModuleBench
class DataStoreModulesTest {

    private final Modules modules;
    private final DataStores stores;
    private final Owner owner;
    private String store = "";

    DataStoreModulesTest(Modules modules, DataStores stores, Owner owner) {
        this.modules = modules;
        this.stores = stores;
        this.owner = owner;
    }

    @BeforeEach
    void createAStore() {
        owner.signIn();
        store = stores.create("Orders").id().toString();
    }

    private Outcome call(String operation, TestCall call, Object... settings) {
        Fields.Builder input = Fields.builder().put("store", new Text(store));
        for (int i = 0; i < settings.length; i += 2) {
            Object value = settings[i + 1];
            input.put((String) settings[i], value instanceof Value it ? it : new Text((String) value));
        }
        return call.settle(modules.call("datastore:" + operation, 1, input.build(), call));
    }

    private List<Fields> bundles(String operation, Object... settings) {
        Outcome outcome = call(operation, TestCall.once(), settings);
        assertThat(outcome).isInstanceOf(Outcome.Emitted.class);
        return ((Outcome.Emitted) outcome).bundles();
    }

    private Failure failure(String operation, Object... settings) {
        Outcome outcome = call(operation, TestCall.once(), settings);
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed) outcome).failure();
    }

    private void orders() {
        bundles(
                "add",
                "key",
                "a",
                "data",
                json("{\"customer\":{\"city\":\"Paris\"},\"total\":61.5,\"tags\":[\"new\"]}"));
        bundles("add", "key", "b", "data", json("{\"customer\":{\"city\":\"London\"},\"total\":9}"));
        bundles(
                "add",
                "key",
                "c",
                "data",
                json("{\"customer\":{\"city\":\"Paris\"},\"total\":500,\"note\":\"{{1.x}}\"}"));
        bundles("add", "key", "d", "data", Fields.of("due", new Moment(Instant.parse("2026-12-01T00:00:00Z"))));
    }

    private List<String> keys(Object... settings) {
        return bundles("search", settings).stream()
                .map(bundle -> ((Text) bundle.get("key")).text())
                .toList();
    }

    private static Value filter(String... abo) {
        List<Value> rows = new ArrayList<>();
        for (int i = 0; i < abo.length; i += 3) {
            rows.add(Fields.of("a", new Text(abo[i]), "o", new Text(abo[i + 1]), "b", new Text(abo[i + 2])));
        }
        return Items.of(new Items(rows));
    }

    @Test
    void addsGetsUpdatesAndDeletes() {
        Fields added =
                bundles("add", "key", "ada", "data", "{\"name\": \"Ada\"}").getFirst();
        assertThat(added.get("created")).isEqualTo(Bool.TRUE);
        assertThat(bundles("get", "key", "ada").getFirst())
                .isEqualTo(Fields.of("key", new Text("ada"), "data", Fields.of("name", new Text("Ada"))));
        assertThat(bundles("get", "key", "ada", "wrapped", "false").getFirst())
                .isEqualTo(Fields.of("name", new Text("Ada")));
        assertThat(bundles("get", "key", "nobody")).containsExactly(Fields.EMPTY);
        bundles("update", "key", "ada", "data", Fields.of("age", Num.of(36)));
        assertThat(bundles("delete", "key", "ada").getFirst().get("data"))
                .isEqualTo(Fields.of("name", new Text("Ada"), "age", Num.of(36)));
        assertThat(bundles("count").getFirst()).isEqualTo(Fields.of("count", Num.of(0)));
    }

    @Test
    void failsInWordsThatHelp() {
        bundles("add", "key", "ada");
        Failure twice = failure("add", "key", "ada");
        assertThat(twice.kind()).isEqualTo(Kind.DUPLICATE_DATA);
        assertThat(twice.message()).contains("“ada”");
        assertThat(failure("update", "key", "eva", "data", Fields.EMPTY).kind()).isEqualTo(Kind.DATA);
        assertThat(failure("delete", "key", "eva").kind()).isEqualTo(Kind.DATA);
        assertThat(failure("add", "data", "no collection").kind()).isEqualTo(Kind.BUNDLE_VALIDATION);
        store = "12";
        for (String operation : List.of("add", "get", "search", "update", "delete", "count")) {
            assertThat(failure(operation, "key", "k").kind()).as(operation).isEqualTo(Kind.INVALID_CONFIGURATION);
        }
    }

    @Test
    void writesOnceThoughTheCallIsRepeated() {
        TestCall call = TestCall.once();
        Outcome first = call("add", call, "data", Fields.of("n", Num.of(1)));
        assertThat(call("add", call, "data", Fields.of("n", Num.of(1)))).isEqualTo(first);
        assertThat(bundles("count").getFirst().get("count")).isEqualTo(Num.of(1));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "customer.city,text:equal,Paris,a c",
                "customer.city,text:equal:ci,paris,a c",
                "total,number:greater,60,a c",
                "total,number:lessorequal,9,b",
                "tags,array:contain,new,a",
                "note,exist,,c",
                "note,text:equal,{{1.x}},c",
                "due,date:less,2027-01-01,d",
                "key,text:equal,b,b",
                "`total`}}{{2.b0,exist,,~~"
            })
    void comparesAsFiltersOnLinksDo(String field, String operator, String operand, String expected) {
        orders();
        String value = operand == null ? "" : operand;
        assertThat(String.join(" ", keys("filter", filter(field, operator, value))))
                .isEqualTo(expected);
    }

    @Test
    void joinsRowsByAndGroupsByOr() {
        orders();
        assertThat(keys("filter", filter("customer.city", "text:equal", "Paris", "total", "number:less", "100")))
                .containsExactly("a");
        Value either = Items.of(
                ((Items) filter("key", "text:equal", "b")).get(0), ((Items) filter("key", "text:equal", "d")).get(0));
        assertThat(keys("filter", either)).containsExactly("b", "d");
    }

    @Test
    void ordersAndLimits() {
        orders();
        Value byTotal = Items.of(Fields.of("key", new Text("total"), "order", new Text("desc")));
        assertThat(keys("sort", byTotal, "limit", "2", "filter", filter("total", "exist", "")))
                .containsExactly("c", "a");
        Value byCity = Items.of(
                Fields.of("key", new Text("customer.city")),
                Fields.of("key", new Text("total"), "order", new Text("desc")));
        assertThat(keys("sort", byCity, "filter", filter("total", "exist", ""))).containsExactly("b", "c", "a");
        assertThat(keys("limit", "1")).containsExactly("a");
    }

    @Test
    void endsTheWayOrGoesOnEmptyWhenNothingIsFound() {
        assertThat(bundles("search")).isEmpty();
        assertThat(bundles("search", "continueIfEmpty", "true")).containsExactly(Fields.EMPTY);
    }

    @Test
    void saysThatAnOperatorDoesNotExist() {
        orders();
        assertThat(failure("search", "filter", filter("total", "number:kind-of", "1"))
                        .kind())
                .isEqualTo(Kind.BUNDLE_VALIDATION);
    }

    private static Value json(String text) {
        return ((Json.Parsed) Json.parse(text)).parsed();
    }
}
