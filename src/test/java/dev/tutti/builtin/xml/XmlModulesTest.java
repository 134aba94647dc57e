package dev.tutti.builtin.xml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.builtin.Asked;
import dev.tutti.builtin.ModuleBench;
import dev.tutti.connector.Modules;
import dev.tutti.engine.Failure;
import dev.tutti.value.Blob;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Json;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ModuleBench
class XmlModulesTest {

    private final Asked parse;
    private final Asked create;
    private final Asked xpath;
    private final Asked aggregate;
    private final Asked fromJson;

    XmlModulesTest(Modules modules) {
        parse = new Asked(modules, "xml:parse");
        create = new Asked(modules, "xml:create");
        xpath = new Asked(modules, "xml:xpath");
        aggregate = new Asked(modules, "xml:aggregate");
        fromJson = new Asked(modules, "json:toXml");
    }

    @Test
    void readsElementsAttributesListsAndText() {
        Fields read = parse.bundle("xml", "\uFEFF <o no='7'><i>Pen</i><i>Ink</i>and<to>Ada</to></o>");
        assertThat(read)
                .isEqualTo(
                        Asked.json(
                                "{\"o\":{\"_attributes\":{\"no\":\"7\"},\"_value\":\"and\",\"i\":[\"Pen\",\"Ink\"],\"to\":\"Ada\"}}"));
    }

    @Test
    void readsFilesInTheirOwnEncoding() {
        byte[] latin = "<?xml version='1.0' encoding='ISO-8859-1'?><a>grün</a>".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(parse.bundle("xml", Blob.of("a.xml", "application/xml", latin)))
                .isEqualTo(Fields.of("a", new Text("grün")));
    }

    @Test
    void makesNumbersOfWhatIsOneWhereWanted() {
        assertThat(parse.bundle("xml", "<a><n>1.50</n><zip>01234</zip></a>", "numbersAsText", false))
                .isEqualTo(Fields.of("a", Fields.of("n", Num.of("1.5"), "zip", new Text("01234"))));
    }

    @Test
    void saysWhereXmlIsWrong() {
        Failure failure = parse.failure("xml", "<a>\n<b></a>");
        assertThat(failure.kind()).isEqualTo(Failure.Kind.BUNDLE_VALIDATION);
        assertThat(failure.message()).contains("line 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
                "<!DOCTYPE a [<!ENTITY b 'bbbbbbbbbb'><!ENTITY c '&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;'>]><a>&d;</a>",
                "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/x.dtd'><a>&x;</a>"
            })
    void entitiesAreNeitherFetchedNorMultiplied(String bomb) {
        assertThat(parse.failure("xml", bomb).message()).contains("XML cannot be read");
        assertThat(xpath.failure("xml", bomb, "expression", "//a").message()).contains("XML cannot be read");
    }

    @Test
    void aDocumentTypeWithoutEntitiesReachesNoExpression() {
        String typed = "<!DOCTYPE html><html><b>x</b></html>";
        assertThat(Json.write(parse.bundle("xml", typed))).isEqualTo("{\"html\":{\"b\":\"x\"}}");
        assertThat(xpath.failure("xml", typed, "expression", "//b").message()).contains("document type");
    }

    @Test
    void deepAndLargeXmlIsRefused() {
        assertThat(parse.failure("xml", "<a>".repeat(100_000)).message()).contains("nested more than 200 deep");
        assertThat(parse.failure("xml", "<a>" + "x".repeat(10_000_001)).kind())
                .isEqualTo(Failure.Kind.MAX_FILE_SIZE_EXCEEDED);
    }

    @Test
    void writesXmlThatReadsBackTheSame() {
        Fields content = (Fields) Asked.json(
                "{\"_attributes\":{\"no\":\"7 \\\"&<\"},\"item\":[\"a & b\",\"<c>\"],\"to\":{\"name\":\"Ada\"}}");
        String xml = create.text("xml", "root", "order", "content", content);
        assertThat(xml)
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><order no=\"7 &quot;&amp;&lt;\">"
                        + "<item>a &amp; b</item><item>&lt;c&gt;</item><to><name>Ada</name></to></order>");
        assertThat(parse.bundle("xml", xml)).isEqualTo(Fields.of("order", content));
    }

    @Test
    void namesAndCharactersThatXmlDoesNotAllowNeverBreakIt() {
        String xml = create.text(
                "xml",
                "root",
                "my order",
                "content",
                Fields.of("1st <item>", new Text("a\u0000b"), "", new Text("x")),
                "declaration",
                false);
        assertThat(xml).isEqualTo("<my_order><_1st__item_>ab</_1st__item_><_>x</_></my_order>");
    }

    @Test
    void writesJsonAsXml() {
        assertThat(fromJson.text("xml", "json", "{\"order\":{\"no\":4711}}", "declaration", false))
                .isEqualTo("<order><no>4711</no></order>");
        assertThat(fromJson.text("xml", "json", "[1,2]", "declaration", false, "indent", true))
                .isEqualTo("<root>\n  <item>1</item>\n  <item>2</item>\n</root>");
        assertThat(fromJson.failure("json", "{").message()).contains("JSON");
    }

    @Test
    void writesAnElementForEachBundle() {
        Items items = Items.of(Fields.of("name", new Text("Pencil")), Fields.of("name", new Text("Paper")));
        assertThat(aggregate.text("xml", "items", items))
                .endsWith("<items><item><name>Pencil</name></item><item><name>Paper</name></item></items>");
    }

    @Test
    void findsValuesByXPath() {
        String xml = "<o><i no='1'>Pen</i><i no='2'>Ink</i></o>";
        assertThat(xpath.bundle("xml", xml, "expression", "//i/@no"))
                .isEqualTo(Fields.of("value", new Text("1"), "values", Items.of(new Text("1"), new Text("2"))));
        assertThat(xpath.text("value", "xml", xml, "expression", "count(//i)")).isEqualTo("2");
        assertThat(xpath.bundle("xml", xml, "expression", "//none").get("values"))
                .isEqualTo(Items.EMPTY);
        assertThat(xpath.failure("xml", xml, "expression", "//[").message()).contains("XPath");
        assertThat(xpath.failure("xml", xml, "expression", "document('file:///etc/passwd')")
                        .kind())
                .isEqualTo(Failure.Kind.BUNDLE_VALIDATION);
    }
}
