package dev.tutti.builtin.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.tutti.connector.Failures;
import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Blob;
import dev.tutti.value.Bool;
import dev.tutti.value.Coercion;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Json;
import dev.tutti.value.Nothing;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes collections or lists as the rows of a table. */
final class Table {

    /** With these a cell is a formula to a spreadsheet. */
    private static final String FORMULA = "=+-@\t\r";

    private Table() {}

    static List<Field> fields() {
        return List.of(
                Dialect.delimiter(),
                Dialect.other(),
                Field.yesNo("header").byDefault(true),
                Field.list("columns", FieldType.TEXT).inAdvanced(),
                Field.select("newline", "lf", "crlf").byDefault("crlf").inAdvanced(),
                Field.yesNo("safe").byDefault(true).inAdvanced());
    }

    static Outcome write(Items rows, Fields input, Invocation invocation) {
        Optional<Character> delimiter = Dialect.delimiter(input);
        if (delimiter.isEmpty()) {
            return Failures.fail(invocation, Failure.Kind.BUNDLE_VALIDATION, "builtin.csv.delimiter");
        }
        List<String> columns = columns(rows, input.get("columns"));
        StringWriter out = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(delimiter.get())
                .lineDelimiter(input.get("newline").equals(Text.of("lf")) ? LineDelimiter.LF : LineDelimiter.CRLF)
                .build(out)) {
            if (input.get("header") == Bool.TRUE && !columns.isEmpty()) {
                csv.writeRecord(columns);
            }
            for (Value row : rows.items()) {
                csv.writeRecord(row(row, columns, input.get("safe") == Bool.TRUE, invocation));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Outcome.emitted(Fields.of("csv", Text.of(out.toString())));
    }

    /** Those that were asked for, or all that occur, in the order in which they first do. */
    private static List<String> columns(Items rows, Value chosen) {
        if (chosen instanceof Items(List<Value> names) && !names.isEmpty()) {
            return names.stream().map(name -> ((Text) name).text()).toList();
        }
        Set<String> names = new LinkedHashSet<>();
        rows.items().stream()
                .filter(Fields.class::isInstance)
                .forEach(row -> names.addAll(((Fields) row).fields().keySet()));
        return List.copyOf(names);
    }

    private static List<String> row(Value row, List<String> columns, boolean safe, Invocation invocation) {
        List<String> cells = new ArrayList<>();
        switch (row) {
            case Fields fields -> columns.forEach(column -> cells.add(cell(fields.get(column), safe, invocation)));
            case Items(List<Value> items) -> items.forEach(item -> cells.add(cell(item, safe, invocation)));
            default -> cells.add(cell(row, safe, invocation));
        }
        return cells;
    }

    private static String cell(Value value, boolean safe, Invocation invocation) {
        String text = switch (value) {
            case Nothing _ -> "";
            case Blob file -> file.name();
            case Items _, Fields _ -> Json.write(value);
            default ->
                Coercion.toText(value, invocation.zone())
                        .accepted()
                        .map(it -> ((Text) it).text())
                        .orElse("");
        };
        boolean formula = value instanceof Text
                && !text.isEmpty()
                && FORMULA.indexOf(text.charAt(0)) >= 0
                && Coercion.toNumber(value, invocation.zone()).accepted().isEmpty();
        return safe && formula ? "'" + text : text;
    }
}
