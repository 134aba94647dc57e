package dev.tutti.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Json;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The cases that the editor proves too. */
class EditingTest {

    @TestFactory
    Stream<DynamicTest> doesWhatTheSharedCasesSay() throws IOException {
        List<Value> cases = ((Items) Json.parse(getClass().getResourceAsStream("/fixtures/edits.json"))
                        .value()
                        .orElseThrow())
                .items();
        assertThat(cases).hasSizeGreaterThan(25);
        return cases.stream()
                .map(one -> (Fields) one)
                .map(one -> DynamicTest.dynamicTest(text(one, "name"), () -> check(one)));
    }

    private static void check(Fields one) {
        Sketch sketch = sketch((Fields) one.get("before"));
        List<Edit> edits = ((EditJson.Read) EditJson.read(one.get("edits"))).edits();
        for (int i = 0; i < edits.size(); i++) {
            switch (Editing.apply(sketch, edits.get(i))) {
                case Edited.Done done -> sketch = done.sketch();
                case Edited.NotDone not -> {
                    assertThat(one.get("error")).isEqualTo(Fields.of("index", Num.of(i), "code", Text.of(not.code())));
                    return;
                }
            }
        }
        assertThat(one.has("after")).as("an error was expected").isTrue();
        assertThat(sketch).isEqualTo(sketch((Fields) one.get("after")));
    }

    @TestFactory
    Stream<DynamicTest> writesEditsAsItReadsThem() {
        Items cases = (Items) Json.parse(getClass().getResourceAsStream("/fixtures/edits.json"))
                .value()
                .orElseThrow();
        return cases.items().stream()
                .map(one -> (Fields) one)
                .map(one -> DynamicTest.dynamicTest(text(one, "name"), () -> {
                    List<Edit> edits = ((EditJson.Read) EditJson.read(one.get("edits"))).edits();
                    assertThat(Stored.edits(Stored.bytes(edits))).isEqualTo(edits);
                }));
    }

    private static Sketch sketch(Fields json) {
        return new Sketch(
                text(json, "name"),
                ((BlueprintJson.Read) BlueprintJson.read(json.get("blueprint"))).blueprint(),
                SpanMap.number(json.get("next")).orElseThrow());
    }

    private static String text(Fields fields, String name) {
        return ((Text) fields.get(name)).text();
    }
}
