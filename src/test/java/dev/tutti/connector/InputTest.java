package dev.tutti.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.connector.Input.Checked;
import dev.tutti.engine.Effect;
import dev.tutti.value.Blob;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Moment;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class InputTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static Checked check(Fields input, Field... fields) {
        ModuleSpec spec = ModuleSpec.action("test:input", Effect.NONE)
                .fields(fields)
                .example(Fields.EMPTY)
                .words("""
                        field.n.label = Number | Nombre
                        field.rows.label = Rows | Lignes
                        field.rows.v.label = Value | Valeur
                        """)
                .done();
        return Input.check(List.of(fields), input, Words.of(spec), PARIS, Locale.ENGLISH);
    }

    private static Value good(Value value, Field field) {
        return ((Checked.Good) check(Fields.of(field.key(), value), field))
                .input()
                .get(field.key());
    }

    private static Checked.Bad bad(Value value, Field field) {
        return (Checked.Bad) check(Fields.of(field.key(), value), field);
    }

    @Test
    void bringsValuesToTheirTypes() {
        assertThat(good(new Text("61.50"), Field.number("n"))).isEqualTo(Num.of("61.5"));
        assertThat(good(Num.of(5), Field.text("t"))).isEqualTo(new Text("5"));
        assertThat(good(new Text("false"), Field.yesNo("b"))).isEqualTo(Bool.FALSE);
        assertThat(good(new Text("2026-06-20"), Field.of("d", FieldType.DATE)))
                .isEqualTo(new Moment(Instant.parse("2026-06-19T22:00:00Z")));
        assertThat(good(new Text("a"), Field.list("l", FieldType.TEXT))).isEqualTo(Items.of(new Text("a")));
        assertThat(good(Items.of(new Text("1"), Nothing.NULL), Field.list("l", FieldType.NUMBER)))
                .isEqualTo(Items.of(Num.of(1)));
        assertThat(good(new Text("x"), Field.of("f", FieldType.FILE))).isInstanceOf(Blob.class);
        assertThat(good(new Text(" {\"a\":1}"), Field.of("c", FieldType.COLLECTION)))
                .isEqualTo(Fields.of("a", Num.of(1)));
        assertThat(good(Fields.of("a", Num.of(1)), Field.pairs("p")))
                .isEqualTo(Items.of(Fields.of("name", new Text("a"), "value", new Text("1"))));
        assertThat(good(Nothing.ERASE, Field.text("t"))).isEqualTo(Text.EMPTY);
    }

    @Test
    void takesAPlainItemAsTheFirstPartOfARow() {
        Field rows = Field.list("rows", Field.text("v"), Field.text("w"));
        assertThat(good(new Text("x"), rows)).isEqualTo(Items.of(Fields.of("v", new Text("x"))));
    }

    @Test
    void fillsInDefaultsAndLeavesOutWhatIsEmpty() {
        Field[] fields = {Field.number("n").byDefault(40), Field.yesNo("b").byDefault(true), Field.number("none")};
        assertThat(((Checked.Good) check(Fields.of("n", Text.EMPTY, "b", Nothing.IGNORE), fields)).input())
                .isEqualTo(Fields.of("n", Num.of(40), "b", Bool.TRUE));
        assertThat(((Checked.Good) check(Fields.of("unknown", Num.of(1)), fields))
                        .input()
                        .has("unknown"))
                .isFalse();
    }

    @Test
    void namesTheFieldAndTheCause() {
        Checked.Bad number = bad(new Text("abc"), Field.number("n"));
        assertThat(number.path()).isEqualTo("n");
        assertThat(number.message()).contains("“Number”").contains("“abc” is not a number");
        Field rows = Field.list("rows", Field.number("v"));
        Checked.Bad nested = bad(Items.of(Fields.of("v", Num.of(1)), Fields.of("v", new Text("x"))), rows);
        assertThat(nested.path()).isEqualTo("rows[2].v");
        assertThat(nested.message()).contains("“Value”");
        assertThat(bad(Text.EMPTY, Field.number("n").require()).message()).contains("“Number” is empty");
        assertThat(bad(Num.of(11), Field.number("n").between(0, 10)).message()).contains("between 0 and 10");
        assertThat(bad(new Text("z"), Field.select("n", "a", "b")).message())
                .contains("“z”")
                .contains("a, b");
        assertThat(good(new Text("A"), Field.select("n", "a", "b"))).isEqualTo(new Text("a"));
    }

    @Test
    void asksNeitherForNorAboutWhatIsNotShown() {
        Field[] fields = {
            Field.select("kind", "none", "text").byDefault("none"),
            Field.number("n").require().when("kind", "text"),
            Field.number("deep").require().when("n", "5")
        };
        assertThat(((Checked.Good) check(Fields.of("n", new Text("no number")), fields)).input())
                .isEqualTo(Fields.of("kind", new Text("none")));
        assertThat(check(Fields.of("kind", new Text("text")), fields)).isInstanceOf(Checked.Bad.class);
        assertThat(check(Fields.of("kind", new Text("text"), "n", new Text("5")), fields))
                .isEqualTo(new Checked.Bad("deep", "The field “deep” is empty, but the module needs it."));
    }
}
