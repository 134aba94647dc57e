package dev.tutti.datastore;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.tutti.value.Bool;
import dev.tutti.value.Coercion;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Json;
import dev.tutti.value.Message;
import dev.tutti.value.Structure;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import dev.tutti.value.Xml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Works out a data structure from a sample that somebody has at hand. */
public final class StructureSamples {

    private static final int ROWS = 100;

    /** How the sample is written. */
    public enum Kind {
        JSON,
        XML,
        CSV,
        QUERY
    }

    /** What came of it. */
    public sealed interface Answer {
        record Found(Structure structure) implements Answer {}

        record Unreadable(Message said) implements Answer {}
    }

    private StructureSamples() {}

    public static Answer of(Kind kind, String sample) {
        return switch (kind) {
            case JSON ->
                switch (Json.parse(sample)) {
                    case Json.Parsed(Value value) -> found(value);
                    case Json.Malformed wrong -> new Answer.Unreadable(wrong.said());
                };
            case XML ->
                switch (Xml.parse(sample)) {
                    case Xml.Parsed(Value value) -> found(value);
                    case Xml.Malformed wrong -> new Answer.Unreadable(wrong.said());
                };
            case CSV -> csv(sample);
            case QUERY -> found(query(sample.strip()));
        };
    }

    private static Answer found(Value value) {
        return new Answer.Found(Structure.of(value));
    }

    private static Answer csv(String sample) {
        String first = sample.strip().lines().findFirst().orElse("");
        char separator = Stream.of(';', '\t', '|')
                .filter(each -> first.indexOf(each) >= 0 && first.indexOf(',') < 0)
                .findFirst()
                .orElse(',');
        List<Value> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(1_000_000)
                .ofCsvRecord(sample.strip())) {
            List<String> names = List.of();
            for (CsvRecord row : csv) {
                if (names.isEmpty()) {
                    names = row.getFields();
                    rows.add(record(names, List.of()));
                } else if (rows.size() < ROWS) {
                    rows.add(record(names, row.getFields()));
                }
            }
        } catch (CsvParseException wrong) {
            return new Answer.Unreadable(Message.of("datastore.sample.csv"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        // The names alone tell the columns, the rows their types.
        return rows.isEmpty()
                ? new Answer.Unreadable(Message.of("datastore.sample.csv"))
                : found(new Items(rows.size() > 1 ? rows.subList(1, rows.size()) : rows));
    }

    private static Fields record(List<String> names, List<String> cells) {
        Fields.Builder record = Fields.builder();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).strip();
            record.put(name.isEmpty() ? "col" + (i + 1) : name, i < cells.size() ? typed(cells.get(i)) : Text.EMPTY);
        }
        return record.build();
    }

    private static Fields query(String query) {
        String pairs = query.substring(query.indexOf('?') + 1);
        Fields.Builder fields = Fields.builder();
        for (String pair : pairs.split("&")) {
            String[] parts = pair.split("=", 2);
            if (!parts[0].isEmpty()) {
                fields.put(decoded(parts[0]), typed(parts.length > 1 ? decoded(parts[1]) : ""));
            }
        }
        return fields.build();
    }

    /** Text that is a number without leading zeros, or true or false, is meant as one. */
    private static Value typed(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Bool.of(text.equals("true"));
        }
        Optional<Value> number = text.matches("-?(0|[1-9]\\d{0,14})(\\.\\d+)?")
                ? Coercion.toNumber(Text.of(text), ZoneOffset.UTC).accepted()
                : Optional.empty();
        return number.orElse(Text.of(text));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
