package dev.tutti.builtin.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.tutti.connector.Failures;
import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.MakeNode;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Blob;
import dev.tutti.value.Blobs;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads a table row by row: one bundle each. */
@Component
final class ParseCsv implements Module {

    private static final int MOST = 100_000;
    private static final int LONGEST_CELL = 1_000_000;

    private static final ModuleSpec SPEC = ModuleSpec.logic("csv:parse")
            .disc("table", "#1F6E6A")
            .fields(
                    Field.of("csv", FieldType.ANY).require().lines(),
                    Dialect.delimiter(),
                    Dialect.other(),
                    Field.yesNo("header").byDefault(true),
                    Field.select("names", "header", "numbers")
                            .byDefault("header")
                            .when("header", "true"),
                    Field.number("limit").between(1, MOST).inAdvanced())
            .open()
            .example(Fields.of("name", new Text("Ada Lovelace"), "city", new Text("London")))
            .make(MakeEquivalent.of("csv:ParseCSV", ParseCsv::fromMake))
            .done();

    private final Blobs blobs;

    ParseCsv(Blobs blobs) {
        this.blobs = blobs;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        Optional<Character> delimiter = Dialect.delimiter(input);
        if (delimiter.isEmpty()) {
            return Failures.fail(invocation, Failure.Kind.BUNDLE_VALIDATION, "builtin.csv.delimiter");
        }
        if (!(input.get("csv") instanceof Text) && !(input.get("csv") instanceof Blob)) {
            return Failures.fail(invocation, Failure.Kind.BUNDLE_VALIDATION, "builtin.csv.neither");
        }
        try (Reader text = reader(input.get("csv"));
                CsvReader<CsvRecord> csv = CsvReader.builder()
                        .fieldSeparator(delimiter.get())
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .allowExtraCharsAfterClosingQuote(true)
                        .detectBomHeader(false)
                        .maxBufferSize(LONGEST_CELL)
                        .ofCsvRecord(text)) {
            return rows(csv, input, invocation);
        } catch (CsvParseException wrong) {
            return Failures.fail(invocation, Failure.Kind.BUNDLE_VALIDATION, "builtin.csv.malformed");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Outcome rows(CsvReader<CsvRecord> csv, Fields input, Invocation invocation) {
        boolean header = input.get("header") == Bool.TRUE;
        boolean named = header && !input.get("names").equals(Text.of("numbers"));
        int limit = input.get("limit") instanceof Num number ? number.number().intValue() : MOST + 1;
        List<String> names = new ArrayList<>();
        List<Fields> bundles = new ArrayList<>();
        boolean first = true;
        for (CsvRecord row : csv) {
            if (first && header) {
                names.addAll(named ? unique(row.getFields()) : List.of());
            } else {
                if (bundles.size() == MOST) {
                    return Failures.fail(invocation, Failure.Kind.MAX_RESULTS_EXCEEDED, "builtin.csv.many", MOST);
                }
                bundles.add(bundle(row, names));
            }
            first = false;
            if (bundles.size() >= limit) {
                break;
            }
        }
        return new Outcome.Emitted(bundles);
    }

    private static Fields bundle(CsvRecord row, List<String> names) {
        Fields.Builder bundle = Fields.builder();
        for (int i = 0; i < Math.max(row.getFieldCount(), names.size()); i++) {
            String name = i < names.size() ? names.get(i) : "col" + (i + 1);
            bundle.put(name, i < row.getFieldCount() ? Text.of(row.getField(i)) : Text.EMPTY);
        }
        return bundle.build();
    }

    /** Columns without a name, or with that of another, still have to be told apart. */
    private static List<String> unique(List<String> header) {
        Set<String> taken = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i).strip();
            String wanted = name.isEmpty() ? "col" + (i + 1) : name;
            String unique = wanted;
            for (int again = 2; !taken.add(unique); again++) {
                unique = wanted + "_" + again;
            }
            names.add(unique);
        }
        return names;
    }

    /** Without the byte order mark that spreadsheets write. */
    private Reader reader(Value csv) throws IOException {
        Reader reader;
        if (csv instanceof Blob file) {
            Charset charset = file.charset().orElse(StandardCharsets.UTF_8);
            reader = new java.io.BufferedReader(new InputStreamReader(blobs.open(file), charset));
        } else {
            reader = new StringReader(((Text) csv).text());
        }
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private static MakeTranslation fromMake(MakeNode node) {
        String separator = node.text("delimiter");
        Fields.Builder values = Fields.builder()
                .put("csv", node.value("csv"))
                .put("header", Bool.of(node.yes("header", true)))
                .put("names", Text.of("numbers"));
        switch (separator) {
            case "", ",", "comma" -> values.put("delimiter", Text.of("comma"));
            case "\t", "tab" -> values.put("delimiter", Text.of("tab"));
            default ->
                values.put("delimiter", Text.of("other"))
                        .put(
                                "otherDelimiter",
                                separator.equals("other") ? node.value("otherDelimiter") : Text.of(separator));
        }
        return MakeTranslation.exact(values.build()).but("builtin.make.check");
    }
}
