package dev.tutti.builtin.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.builtin.Asked;
import dev.tutti.builtin.ModuleBench;
import dev.tutti.connector.Modules;
import dev.tutti.engine.Failure;
import dev.tutti.value.Blob;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@ModuleBench
class CsvModulesTest {

    private final Asked parse;
    private final Asked create;
    private final Asked aggregate;

    CsvModulesTest(Modules modules) {
        parse = new Asked(modules, "csv:parse");
        create = new Asked(modules, "csv:create");
        aggregate = new Asked(modules, "csv:aggregate");
    }

    private static Fields row(String... cells) {
        Fields.Builder row = Fields.builder();
        for (int i = 0; i < cells.length; i += 2) {
            row.put(cells[i], new Text(cells[i + 1]));
        }
        return row.build();
    }

    @Test
    void makesABundleOfEachRowByTheNamesOfTheFirst() {
        assertThat(parse.bundles("csv", "name,city\r\nAda,\"London, \"\"UK\"\"\nand more\"\n\nBo,Oslo,extra\nCy\n"))
                .containsExactly(
                        row("name", "Ada", "city", "London, \"UK\"\nand more"),
                        row("name", "Bo", "city", "Oslo", "col3", "extra"),
                        row("name", "Cy", "city", ""));
    }

    @Test
    void namesColumnsByNumberWhereWanted() {
        assertThat(parse.bundles("csv", "a;b\n1;2", "delimiter", "semicolon", "header", false))
                .containsExactly(row("col1", "a", "col2", "b"), row("col1", "1", "col2", "2"));
        assertThat(parse.bundles("csv", "a|b\n1|2", "delimiter", "other", "otherDelimiter", "|", "names", "numbers"))
                .containsExactly(row("col1", "1", "col2", "2"));
        assertThat(parse.bundles("csv", "a,,a\n1,2,3")).containsExactly(row("a", "1", "col2", "2", "a_2", "3"));
    }

    @Test
    void readsFilesInTheirEncodingWithoutTheMarkOfSpreadsheets() {
        byte[] latin = "stadt\nKöln".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(parse.bundles("csv", Blob.of("a.csv", "text/csv; charset=iso-8859-1", latin)))
                .containsExactly(row("stadt", "Köln"));
        byte[] marked = "\uFEFFstadt\nKöln".getBytes(StandardCharsets.UTF_8);
        assertThat(parse.bundles("csv", Blob.of("a.csv", Blob.BINARY, marked))).containsExactly(row("stadt", "Köln"));
    }

    @Test
    void endsAtTheLimitAndRefusesWhatIsTooMuch() {
        assertThat(parse.bundles("csv", "a\n1\n2\n3", "limit", 2)).hasSize(2);
        assertThat(parse.failure("csv", "a\n" + "1\n".repeat(100_001)).kind())
                .isEqualTo(Failure.Kind.MAX_RESULTS_EXCEEDED);
        assertThat(parse.failure("csv", "a\n\"" + "x".repeat(2_000_000)).message())
                .contains("million");
        assertThat(parse.failure("csv", "a", "delimiter", "other", "otherDelimiter", "::")
                        .kind())
                .isEqualTo(Failure.Kind.BUNDLE_VALIDATION);
    }

    @Test
    void writesCollectionsByTheirFields() {
        Items rows = Items.of(
                Fields.of("name", new Text("Ada; \"A\""), "n", Num.of("1.5")),
                Fields.of("name", new Text("Bo"), "tags", Items.of(new Text("x"))));
        assertThat(create.text("csv", "rows", rows, "delimiter", "semicolon", "newline", "lf"))
                .isEqualTo("name;n;tags\n\"Ada; \"\"A\"\"\";1.5;\nBo;;\"[\"\"x\"\"]\"\n");
        assertThat(create.text("csv", "rows", rows, "columns", Items.of(new Text("n")), "header", false))
                .isEqualTo("1.5\r\n\r\n");
    }

    @Test
    void aCellIsNoFormulaUnlessWanted() {
        Items rows = Items.of(Items.of(new Text("=1+1"), new Text("-5"), Num.of(-5), new Text("@x"), new Text("a=b")));
        assertThat(create.text("csv", "rows", rows, "newline", "lf")).isEqualTo("'=1+1,-5,-5,'@x,a=b\n");
        assertThat(create.text("csv", "rows", rows, "newline", "lf", "safe", false))
                .isEqualTo("=1+1,-5,-5,@x,a=b\n");
    }

    @Test
    void writesARowForEachBundle() {
        Items items = Items.of(Fields.of("name", new Text("Pencil"), "price", Num.of("1.20")));
        assertThat(aggregate.text("csv", "items", items, "newline", "lf")).isEqualTo("name,price\nPencil,1.2\n");
        assertThat(aggregate.text("csv")).isEmpty();
    }
}
