package dev.tutti.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published JSON Schema and the strict reader agree. */
class SchemaTest {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text("/schema/blueprint.json"));

    @Test
    void everyBlueprintOfTheSharedCasesFits() {
        Items cases = (Items) Json.parse(text("/fixtures/edits.json")).value().orElseThrow();
        for (var one : cases.items()) {
            for (String which : new String[] {"before", "after"}) {
                if (((Fields) one).get(which) instanceof Fields sketch) {
                    assertThat(SCHEMA.validate(Json.write(sketch.get("blueprint")), InputFormat.JSON))
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void whatWeWriteFits() {
        Blueprint everything = BlueprintJsonTest.read("""
                {"$schema": "x", "modules": [{"no": 7, "module": "a:b", "name": null, "values": null}], "links": [],
                 "notes": [{"id": "n", "at": [0.5, 0]}], "settings": {"schedule": {"kind": "daily"}}}""");
        Blueprint failing = BlueprintJsonTest.read(BlueprintJsonTest.EVERYTHING);

        assertThat(SCHEMA.validate(Json.write(BlueprintJson.write(everything)), InputFormat.JSON))
                .isEmpty();
        assertThat(SCHEMA.validate(Json.write(BlueprintJson.write(failing)), InputFormat.JSON))
                .isEmpty();
        assertThat(SCHEMA.validate(BlueprintJsonTest.EVERYTHING, InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{\"modules\": [], \"colour\": 1}",
                "{\"modules\": [{\"module\": \"a:b\"}]}",
                "{\"modules\": [{\"no\": \"1\", \"module\": \"a:b\"}]}",
                "{\"modules\": [{\"no\": 0, \"module\": \"a:b\"}]}",
                "{\"modules\": [{\"no\": 1, \"module\": \"ab\"}]}",
                "{\"modules\": [{\"no\": 1, \"module\": \"a:b\", \"at\": [1]}]}",
                "{\"modules\": [{\"no\": 1, \"module\": \"a:b\", \"values\": []}]}",
                "{\"modules\": [], \"links\": [{\"from\": 1}]}",
                "{\"modules\": [], \"links\": [{\"from\": 1, \"to\": 2, \"filter\": {}}]}",
                "{\"modules\": [], \"notes\": [{\"id\": \"n\", \"at\": [0, 0], \"tint\": \"red\"}]}",
                "{\"modules\": [], \"settings\": {\"replySeconds\": 0}}",
                "{\"modules\": [{\"no\": 1, \"module\": \"a:b\", \"retry\": {\"attempts\": 0, \"seconds\": 1}}]}",
                "{\"modules\": [{\"no\": 1, \"module\": \"a:b\", \"retry\": {\"attempts\": 1}}]}",
                "{\"modules\": [], \"links\": [{\"from\": 1, \"to\": 2, \"errors\": [\"OddError\"]}]}",
                "{\"modules\": [], \"groups\": [{\"id\": \"g\", \"modules\": []}]}",
                "{\"modules\": [], \"groups\": [{\"id\": \"g\", \"modules\": [1], \"tint\": \"red\"}]}",
                "{\"modules\": [], \"settings\": {\"cycles\": 0}}",
                "{\"modules\": [], \"settings\": {\"incompletes\": \"yes\"}}",
                "{\"modules\": [], \"settings\": {\"inputs\": [{\"name\": \"1\"}]}}",
                "{\"modules\": [], \"settings\": {\"inputs\": [{\"name\": \"a\", \"type\": \"colour\"}]}}",
            })
    void bothRefuseTheSame(String json) {
        assertThat(SCHEMA.validate(json, InputFormat.JSON)).isNotEmpty();
        assertThat(BlueprintJson.read(Json.parse(json).value().orElseThrow()))
                .isInstanceOf(BlueprintJson.Misread.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FORM", "MORNING"})
    void startersFit(String starter) {
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.FRENCH}) {
            Sketch sketch = new Starters(java.util.List::of)
                    .sketch(new NewScenario(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(NewScenario.Starter.valueOf(starter)),
                            locale));

            assertThat(SCHEMA.validate(Json.write(BlueprintJson.write(sketch.blueprint())), InputFormat.JSON))
                    .isEmpty();
            assertThat(TestCatalogue.checks().check(sketch.blueprint())).noneMatch(Problem::isError);
        }
    }

    private static String text(String resource) {
        try (var in = Objects.requireNonNull(SchemaTest.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
