package dev.tutti.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class StructureTest {

    private static Value json(String text) {
        return Json.parse(text).value().orElseThrow();
    }

    private static Structure structure(String text) {
        return ((StructureJson.Read) StructureJson.read(json(text))).structure();
    }

    @Test
    void aSampleTeachesTheTypesOfItsFields() {
        Structure learned = Structure.of(
                json(
                        "{\"name\":\"Ada\",\"total\":12.5,\"paid\":true,\"none\":null,\"lines\":[{\"sku\":\"a\"},{\"sku\":\"b\",\"n\":2}],\"to\":{\"city\":\"Lyon\"}}"));

        assertThat(Json.write(StructureJson.write(learned)))
                .isEqualTo(
                        "{\"fields\":[{\"name\":\"name\",\"type\":\"text\"},{\"name\":\"total\",\"type\":\"number\"},"
                                + "{\"name\":\"paid\",\"type\":\"boolean\"},{\"name\":\"none\",\"type\":\"any\"},"
                                + "{\"name\":\"lines\",\"type\":\"array\",\"item\":{\"name\":\"item\",\"type\":\"collection\",\"fields\":["
                                + "{\"name\":\"sku\",\"type\":\"text\"},{\"name\":\"n\",\"type\":\"number\"}]}},"
                                + "{\"name\":\"to\",\"type\":\"collection\",\"fields\":[{\"name\":\"city\",\"type\":\"text\"}]}]}");
        assertThat(structure(Json.write(StructureJson.write(learned)))).isEqualTo(learned);
    }

    @Test
    void ofAListOfRecordsItIsWhatTheyHaveTogether() {
        Structure learned = Structure.of(json("[{\"a\":1},{\"a\":\"x\",\"b\":2}]"));

        assertThat(learned.fields())
                .containsExactly(
                        StructureField.of("a", StructureField.Type.ANY),
                        StructureField.of("b", StructureField.Type.NUMBER));
    }

    @Test
    void everyViolationIsNamedByItsPath() {
        Structure structure =
                structure("{\"strict\":true,\"fields\":[{\"name\":\"id\",\"type\":\"number\",\"required\":true},"
                        + "{\"name\":\"when\",\"type\":\"date\"},{\"name\":\"lines\",\"type\":\"array\",\"item\":{\"type\":\"collection\","
                        + "\"fields\":[{\"name\":\"price\",\"type\":\"number\"}]}}]}");

        List<Structure.Violation> found = structure.check(
                (Fields) json("{\"when\":\"soon\",\"lines\":[{\"price\":\"12\"},{\"price\":\"dear\"}],\"extra\":1}"));

        assertThat(found)
                .extracting(Structure.Violation::path)
                .containsExactly("id", "when", "lines[2].price", "extra");
        assertThat(found.getFirst().said().in(Locale.ENGLISH)).isEqualTo("“id” is missing");
        assertThat(found).extracting(it -> it.said().in(Locale.FRENCH)).allMatch(text -> !text.startsWith("value."));
    }

    @Test
    void textsPassForNumbersDatesAndYesNoWhereTheyCanBeReadAsSuch() {
        Structure structure =
                structure("{\"fields\":[{\"name\":\"n\",\"type\":\"number\"},{\"name\":\"d\",\"type\":\"date\"},"
                        + "{\"name\":\"b\",\"type\":\"boolean\"},{\"name\":\"t\",\"type\":\"text\"}]}");

        assertThat(structure.check((Fields) json("{\"n\":\"12.5\",\"d\":\"2026-11-20\",\"b\":\"true\",\"t\":7}")))
                .isEmpty();
        assertThat(structure.check((Fields) json("{\"n\":[1],\"d\":{},\"b\":\"perhaps\",\"t\":[]}")))
                .hasSize(4);
    }

    @Test
    void whatIsNoStructureIsRefusedWithItsPath() {
        assertThat(misread("[]")).isEqualTo("");
        assertThat(misread("{\"fields\":{}}")).isEqualTo("fields");
        assertThat(misread("{\"fields\":[{\"name\":\"a\",\"type\":\"color\"}]}"))
                .isEqualTo("fields[1].type");
        assertThat(misread("{\"fields\":[{\"type\":\"text\"}]}")).isEqualTo("fields[1].name");
        assertThat(misread("{\"fields\":[{\"name\":\"a\",\"type\":\"text\"},{\"name\":\"a\",\"type\":\"text\"}]}"))
                .isEqualTo("fields[2].name");
    }

    private static String misread(String text) {
        return ((StructureJson.Misread) StructureJson.read(json(text))).path();
    }
}
