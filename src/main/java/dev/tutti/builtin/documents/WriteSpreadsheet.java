package dev.tutti.builtin.documents;

import dev.tutti.connector.Failures;
import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Blob;
import dev.tutti.value.Blobs;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Json;
import dev.tutti.value.Moment;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;

/** Makes an Excel file of rows, such as an aggregator collects them. */
@Component
final class WriteSpreadsheet implements Module {

    private static final int MOST_COLUMNS = 1_000;
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final ModuleSpec SPEC = ModuleSpec.logic("xlsx:write")
            .disc("file-spreadsheet", "#1D6F42")
            .fields(
                    Field.of("rows", FieldType.ARRAY).require(),
                    Field.text("name").byDefault("table.xlsx"),
                    Field.text("sheet").byDefault("Sheet 1").inAdvanced())
            .outputs(Output.of("file", FieldType.FILE), Output.number("rows"))
            .example(Fields.of("file", Blob.of("table.xlsx", TYPE, new byte[0]), "rows", Num.of(0)))
            .words("""
                    app = Spreadsheet | Tableur
                    name = Make a spreadsheet | Créer une feuille de calcul
                    help = Makes an Excel file (.xlsx) of a list of rows. | Crée un fichier Excel (.xlsx) à partir d’une liste de lignes.
                    keywords = excel, xlsx, export, table | excel, xlsx, exporter, tableau
                    field.rows.label = Rows | Lignes
                    field.rows.help = A list, such as the array of an aggregator. The names of the fields become the heads of the columns. | Une liste, par exemple le tableau d’un agrégateur. Les noms des champs deviennent les en-têtes des colonnes.
                    field.name.label = Name of the file | Nom du fichier
                    field.name.help = For example orders.xlsx. | Par exemple commandes.xlsx.
                    field.sheet.label = Name of the sheet | Nom de la feuille
                    field.sheet.help = At most 31 characters. | Au plus 31 caractères.
                    output.file = File | Fichier
                    output.rows = Number of rows | Nombre de lignes
                    """)
            .done();

    private final Blobs blobs;

    WriteSpreadsheet(Blobs blobs) {
        this.blobs = blobs;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        List<Value> rows = input.get("rows") instanceof Items items ? items.items() : List.of();
        SequencedSet<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(fields(row).fields().keySet()));
        if (columns.size() > MOST_COLUMNS) {
            return Failures.fail(
                    invocation, Failure.Kind.DATA, "builtin.document.columns", columns.size(), MOST_COLUMNS);
        }
        String name = input.get("name") instanceof Text(String text) ? text : "table.xlsx";
        try {
            Path path = Files.createTempFile("tutti-", ".xlsx");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path));
                        Workbook book = new Workbook(out, "Tutti", "1.0")) {
                    String sheet = input.get("sheet") instanceof Text(String text) ? text : "Sheet 1";
                    write(book.newWorksheet(sheet), columns, rows, invocation.zone());
                }
                try (InputStream bytes = new BufferedInputStream(Files.newInputStream(path))) {
                    return Outcome.emitted(
                            Fields.of("file", blobs.store(name, TYPE, bytes), "rows", Num.of(rows.size())));
                }
            } finally {
                Files.deleteIfExists(path);
            }
        } catch (IOException unwritable) {
            return Failures.fail(invocation, Failure.Kind.RUNTIME, "builtin.document.unwritable", name);
        }
    }

    private static void write(Worksheet sheet, SequencedSet<String> columns, List<Value> rows, ZoneId zone) {
        int at = 0;
        for (String column : columns) {
            sheet.value(0, at, column);
            sheet.style(0, at).bold().set();
            at++;
        }
        if (!columns.isEmpty()) {
            sheet.freezePane(0, 1);
        }
        for (int row = 0; row < rows.size(); row++) {
            Fields bundle = fields(rows.get(row));
            int column = 0;
            for (String name : columns) {
                cell(sheet, row + 1, column++, bundle.get(name), zone);
            }
        }
    }

    /** Text stays text, also where it begins like a formula. */
    private static void cell(Worksheet sheet, int row, int column, Value value, ZoneId zone) {
        switch (value) {
            case Nothing _ -> {}
            case Num(var number) -> sheet.value(row, column, number);
            case Bool bool -> sheet.value(row, column, bool.value());
            case Moment(var instant) -> {
                sheet.value(row, column, LocalDateTime.ofInstant(instant, zone));
                sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
            }
            case Text(String text) -> sheet.value(row, column, text);
            case Blob file -> sheet.value(row, column, file.name());
            case Items _, Fields _ -> sheet.value(row, column, Json.write(value));
        }
    }

    private static Fields fields(Value row) {
        return row instanceof Fields fields ? fields : Fields.of("value", row);
    }
}
