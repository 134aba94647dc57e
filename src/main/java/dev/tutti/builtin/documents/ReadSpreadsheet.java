package dev.tutti.builtin.documents;

import dev.tutti.connector.Failures;
import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Blob;
import dev.tutti.value.Blobs;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Moment;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.springframework.stereotype.Component;

/** Gives the rows of a sheet, one bundle each; the file is streamed. */
@Component
final class ReadSpreadsheet implements Module {

    private static final int MOST = 100_000;

    /** What the parts of a workbook may come to when they are unpacked: a file may pack gigabytes into kilobytes. */
    private static final long MOST_UNPACKED = 400_000_000;

    private static final ModuleSpec SPEC = ModuleSpec.logic("xlsx:read")
            .disc("file-spreadsheet", "#1D6F42")
            .fields(
                    Field.of("file", FieldType.FILE).require(),
                    Field.text("sheet"),
                    Field.yesNo("header").byDefault(true),
                    Field.number("limit").byDefault(10_000).between(1, MOST))
            .open()
            .example(Fields.of("Name", Text.of("Ada Lovelace"), "Total", Num.of(120)))
            .words("""
                    app = Spreadsheet | Tableur
                    name = Read a spreadsheet | Lire une feuille de calcul
                    help = Gives the rows of a sheet of an Excel file (.xlsx), one bundle each. | Donne les lignes d’une feuille d’un fichier Excel (.xlsx), un lot par ligne.
                    keywords = excel, xlsx, rows, sheet | excel, xlsx, lignes, classeur
                    field.file.label = File | Fichier
                    field.file.help = A file of an earlier module. | Un fichier d’un module précédent.
                    field.sheet.label = Sheet | Feuille
                    field.sheet.help = Its name; without it, the first one. | Son nom ; à défaut, la première.
                    field.header.label = The first row holds the names of the columns | La première ligne contient les noms des colonnes
                    field.header.help = Otherwise the columns are called A, B, C… | Sinon, les colonnes s’appellent A, B, C…
                    field.limit.label = Most rows | Lignes au plus
                    field.limit.help = Up to 100,000. | Jusqu’à 100 000.
                    """)
            .done();

    private final Blobs blobs;

    ReadSpreadsheet(Blobs blobs) {
        this.blobs = blobs;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        Blob file = (Blob) input.get("file");
        try (LocalCopy copy = LocalCopy.of(file, blobs)) {
            if (unpacked(copy) > MOST_UNPACKED) {
                return Failures.fail(
                        invocation, Failure.Kind.MAX_FILE_SIZE_EXCEEDED, "builtin.document.large", file.name());
            }
            try (ReadableWorkbook book = new ReadableWorkbook(copy.path().toFile(), new ReadingOptions(true, false))) {
                String name = input.get("sheet") instanceof Text(String text) ? text.strip() : "";
                Optional<Sheet> sheet = name.isEmpty() ? Optional.of(book.getFirstSheet()) : book.findSheet(name);
                if (sheet.isEmpty()) {
                    return Failures.fail(invocation, Failure.Kind.DATA, "builtin.document.sheet", name);
                }
                int limit = input.get("limit") instanceof Num(var most) ? most.intValue() : MOST;
                return new Outcome.Emitted(
                        rows(sheet.get(), input.get("header") != Bool.FALSE, limit, invocation.zone()));
            }
        } catch (IOException | RuntimeException unreadable) {
            return Failures.fail(invocation, Failure.Kind.DATA, "builtin.document.unreadable", file.name());
        }
    }

    private static long unpacked(LocalCopy copy) throws IOException {
        long bytes = 0;
        try (ZipFile zip = new ZipFile(copy.path().toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                bytes += Math.max(0, entries.nextElement().getSize());
            }
        }
        return bytes;
    }

    private static List<Fields> rows(Sheet sheet, boolean header, int limit, ZoneId zone) throws IOException {
        List<Fields> found = new ArrayList<>();
        List<String> names = new ArrayList<>();
        try (Stream<Row> rows = sheet.openStream()) {
            for (Row row : (Iterable<Row>) rows::iterator) {
                if (header && names.isEmpty()) {
                    row.forEach(
                            cell -> names.add(cell == null ? "" : cell.getText().strip()));
                } else if (found.size() < limit) {
                    Fields bundle = bundle(row, names, zone);
                    if (!bundle.fields().isEmpty()) {
                        found.add(bundle);
                    }
                } else {
                    break;
                }
            }
        }
        return found;
    }

    private static Fields bundle(Row row, List<String> names, ZoneId zone) {
        Fields.Builder bundle = Fields.builder();
        row.forEach(cell -> {
            if (cell != null && cell.getType() != CellType.EMPTY) {
                int column = cell.getColumnIndex();
                String name =
                        column < names.size() && !names.get(column).isEmpty() ? names.get(column) : letter(column);
                Value value = value(cell, zone);
                if (value != Nothing.NULL) {
                    bundle.put(name, value);
                }
            }
        });
        return bundle.build();
    }

    private static Value value(Cell cell, ZoneId zone) {
        return switch (cell.getType()) {
            case NUMBER, FORMULA -> number(cell, zone);
            case BOOLEAN -> Bool.of(cell.asBoolean());
            case STRING -> Text.of(cell.asString());
            case ERROR -> Text.of(cell.getText());
            case EMPTY -> Nothing.NULL;
        };
    }

    /** A number is a date where the format of its cell has days or years in it. */
    private static Value number(Cell cell, ZoneId zone) {
        Object raw = cell.getValue();
        if (raw instanceof java.math.BigDecimal number) {
            String format = String.valueOf(cell.getDataFormatString()).replaceAll("\\[[^]]*]|\"[^\"]*\"", "");
            if (format.matches("(?i).*(y|d).*") && !format.equalsIgnoreCase("general")) {
                LocalDateTime date = cell.asDate();
                return new Moment(date.atZone(zone).toInstant());
            }
            return new Num(number);
        }
        return cell.getText().isEmpty() ? Nothing.NULL : Text.of(cell.getText());
    }

    /** As spreadsheets count: A to Z, then AA. */
    private static String letter(int column) {
        return column < 26 ? String.valueOf((char) ('A' + column)) : letter(column / 26 - 1) + letter(column % 26);
    }
}
