package dev.tutti.builtin.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.builtin.ModuleBench;
import dev.tutti.builtin.Owner;
import dev.tutti.builtin.TestCall;
import dev.tutti.connector.Modules;
import dev.tutti.connector.Output;
import dev.tutti.datastore.Structures;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Blob;
import dev.tutti.value.Blobs;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Structure;
import dev.tutti.value.StructureField;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@ModuleBench
class JsonModulesTest {

    private final Modules modules;
    private final Blobs blobs;
    private final Structures structures;
    private final Owner owner;

    JsonModulesTest(Modules modules, Blobs blobs, Structures structures, Owner owner) {
        this.structures = structures;
        this.owner = owner;
        this.modules = modules;
        this.blobs = blobs;
    }

    private Outcome parse(Value json) {
        return modules.call("json:parse", 1, Fields.of("json", json), TestCall.once());
    }

    private List<Fields> parsed(Value json) {
        return ((Outcome.Emitted) parse(json)).bundles();
    }

    private String created(Value object, boolean indent) {
        Outcome outcome =
                modules.call("json:create", 1, Fields.of("object", object, "indent", Bool.of(indent)), TestCall.once());
        return ((Text) ((Outcome.Emitted) outcome).bundles().getFirst().get("json")).text();
    }

    @Test
    void aListGivesOneBundleForEachItem() {
        assertThat(parsed(new Text("[{\"a\":1},2,null]")))
                .containsExactly(
                        Fields.of("a", Num.of(1)), Fields.of("value", Num.of(2)), Fields.of("value", Nothing.NULL));
        assertThat(parsed(new Text("[]"))).isEmpty();
        assertThat(parsed(new Text("{\"a\":{\"b\":[1]}}")))
                .containsExactly(Fields.of("a", Fields.of("b", Items.of(Num.of(1)))));
        assertThat(parsed(new Text("61.50"))).containsExactly(Fields.of("value", Num.of("61.5")));
    }

    @Test
    void readsFilesAndTakesWhatIsParsedAlready() throws Exception {
        Blob file = blobs.store("a.json", "application/json", new ByteArrayInputStream("{\"a\":1}".getBytes()));
        assertThat(parsed(file)).containsExactly(Fields.of("a", Num.of(1)));
        assertThat(parsed(Items.of(Fields.of("a", Num.of(1))))).containsExactly(Fields.of("a", Num.of(1)));
    }

    @Test
    void saysWhereTheJsonIsWrong() {
        Failure failure = ((Outcome.Failed) parse(new Text("{\n  \"a\": x\n}"))).failure();
        assertThat(failure.kind()).isEqualTo(Failure.Kind.BUNDLE_VALIDATION);
        assertThat(failure.message()).contains("line 2");
        Outcome french = modules.call(
                "json:parse",
                1,
                Fields.of("json", new Text("{")),
                TestCall.once().in(Locale.FRENCH));
        assertThat(((Outcome.Failed) french).failure().message()).startsWith("Le JSON ne peut pas être lu");
    }

    @Test
    void writesValuesAsJson() {
        assertThat(created(Fields.of("a", Num.of("61.5"), "b", Items.of(new Text("\"é\""))), false))
                .isEqualTo("{\"a\":61.5,\"b\":[\"\\\"é\\\"\"]}");
        assertThat(created(Fields.of("a", Num.of(1)), true)).isEqualTo("{\n  \"a\" : 1\n}");
        assertThat(created(new Text("plain"), false)).isEqualTo("\"plain\"");
        assertThat(created(new Text(" {\"a\" : [1 , 2]} "), false)).isEqualTo("{\"a\":[1,2]}");
    }

    @Test
    void refusesHandWrittenJsonThatIsWrong() {
        Outcome outcome = modules.call("json:create", 1, Fields.of("object", new Text("{\"a\": }")), TestCall.once());
        assertThat(((Outcome.Failed) outcome).failure().kind()).isEqualTo(Failure.Kind.BUNDLE_VALIDATION);
    }

    @Test
    void writesAllBundlesAsOneList() {
        Outcome outcome = modules.call(
                "json:aggregate",
                1,
                Fields.of("items", Items.of(Fields.of("a", Num.of(1)), Fields.EMPTY), "indent", Bool.FALSE),
                TestCall.once());
        assertThat(((Outcome.Emitted) outcome).bundles())
                .containsExactly(Fields.of("json", new Text("[{\"a\":1},{}]")));
    }

    @Test
    void aDataStructureSaysWhatIsThereAndRefusesWhatDoesNotFit() {
        owner.signIn();
        Structure structure = new Structure(
                List.of(StructureField.of("name", StructureField.Type.TEXT).require()), true);
        Text id = new Text(structures.create("Person", structure).id().toString());
        assertThat(modules.outputs("json:parse", Fields.of("structure", id))).containsExactly(Output.text("name"));
        assertThat(strict("json:parse", "json", new Text("[{\"name\":\"Ada\"}]"), id))
                .isInstanceOf(Outcome.Emitted.class);
        assertThat(strict("json:parse", "json", new Text("[{\"name\":\"Ada\"},{\"age\":1}]"), id))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.failure().message())
                                .contains("name")
                                .contains("age"));
        assertThat(strict("json:create", "object", Fields.of("age", Num.of(1)), id))
                .isInstanceOf(Outcome.Failed.class);
        assertThat(strict("json:create", "object", Fields.of("name", new Text("Ada")), new Text("1")))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        gone -> assertThat(gone.failure().kind()).isEqualTo(Failure.Kind.INVALID_CONFIGURATION));
    }

    private Outcome strict(String ref, String key, Value value, Text structure) {
        return modules.call(ref, 1, Fields.of(key, value, "structure", structure), TestCall.once());
    }
}
