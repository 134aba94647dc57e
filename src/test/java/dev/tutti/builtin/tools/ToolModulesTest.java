package dev.tutti.builtin.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.builtin.Asked;
import dev.tutti.builtin.ModuleBench;
import dev.tutti.connector.Modules;
import dev.tutti.connector.Output;
import dev.tutti.engine.Failure;
import dev.tutti.value.Blob;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@ModuleBench
class ToolModulesTest {

    private final Modules modules;
    private final Asked toggle;
    private final Asked encode;
    private final Asked give;
    private final Asked repeat;

    ToolModulesTest(Modules modules) {
        this.modules = modules;
        toggle = new Asked(modules, "tools:switch");
        encode = new Asked(modules, "tools:encode");
        give = new Asked(modules, "tools:bundles");
        repeat = new Asked(modules, "flow:repeater");
    }

    private static Items cases(String... pairs) {
        Value[] rows = new Value[pairs.length / 2];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Fields.of("pattern", new Text(pairs[2 * i]), "output", new Text(pairs[2 * i + 1]));
        }
        return Items.of(rows);
    }

    @Test
    void aSwitchGivesTheOutputOfTheFirstCaseThatFits() {
        Items cases = cases("f", "Madame", "m", "Monsieur", "f", "never");
        assertThat(toggle.text("output", "input", "f", "cases", cases)).isEqualTo("Madame");
        assertThat(toggle.text("output", "input", "x", "cases", cases, "else", "Hello"))
                .isEqualTo("Hello");
        assertThat(toggle.bundle("input", "x", "cases", cases)).isEqualTo(Fields.EMPTY);
        assertThat(toggle.text(
                        "output", "input", "no 4711", "cases", cases("^\\d+$", "all", "\\d", "some"), "regex", true))
                .isEqualTo("some");
        assertThat(toggle.failure("input", "x", "cases", cases("(", "a"), "regex", true)
                        .kind())
                .isEqualTo(Failure.Kind.BUNDLE_VALIDATION);
    }

    @Test
    void aTextIsWrittenInAnotherEncoding() {
        Fields latin = encode.bundle("data", "grün", "to", "ISO-8859-1", "fileName", "a.txt");
        Blob file = (Blob) latin.get("data");
        assertThat(file.size()).isEqualTo(4);
        assertThat(file.charset()).contains(StandardCharsets.ISO_8859_1);
        Blob raw = Blob.of("b.txt", Blob.BINARY, "grün".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(encode.text("text", "data", raw, "from", "iso-8859-1")).isEqualTo("grün");
        assertThat(encode.failure("data", raw, "from", "UTF-8").kind()).isEqualTo(Failure.Kind.DATA);
        assertThat(encode.failure("data", "€", "to", "ISO-8859-1").message()).contains("ISO-8859-1");
    }

    @Test
    void bundlesWrittenByHandComeOutAsTheyAre() {
        Items bundles = Items.of(
                Fields.of("fields", Items.of(Fields.of("name", new Text("a"), "value", Num.of(1)))),
                Fields.of("fields", Items.of(Fields.of("name", new Text("b"), "value", new Text("x")))));
        assertThat(give.bundles("bundles", bundles))
                .containsExactly(Fields.of("a", Num.of(1)), Fields.of("b", new Text("x")));
        assertThat(modules.outputs("tools:bundles", Fields.of("bundles", bundles)))
                .extracting(Output::key)
                .containsExactly("a", "b");
    }

    @Test
    void aRepeaterCountsByItsStep() {
        assertThat(repeat.bundles("start", 5, "repeats", 3, "step", -2))
                .containsExactly(Fields.of("i", Num.of(5)), Fields.of("i", Num.of(3)), Fields.of("i", Num.of(1)));
        assertThat(repeat.bundles("repeats", 0)).isEmpty();
        assertThat(repeat.bundles("repeats", 10_000)).hasSize(10_000);
        assertThat(repeat.failure("repeats", 10_001).kind()).isEqualTo(Failure.Kind.BUNDLE_VALIDATION);
    }
}
