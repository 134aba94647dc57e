package dev.tutti.expression;

import dev.tutti.value.Blob;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.NumberText;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.math.BigDecimal;

/** Steps into a value; what is not there is nothing, never an error. */
final class Paths {
    private Paths() {}

    static Value field(Value value, String name) {
        return switch (value) {
            case Fields fields -> fields.get(name);
            case Blob blob -> part(blob, name);
            default -> Nothing.NULL;
        };
    }

    /** Counted from 1. A collection is asked for the field of that name. */
    static Value item(Value value, Value index) {
        if (value instanceof Fields fields && index instanceof Text(String name)) {
            return fields.get(name);
        }
        BigDecimal place = switch (index) {
            case Num(BigDecimal number) -> number;
            case Text(String text) -> NumberText.parse(text).map(Num::number).orElse(BigDecimal.ZERO);
            default -> BigDecimal.ZERO;
        };
        boolean possible = place.signum() > 0 && place.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
        return value instanceof Items items && possible ? items.get(place.intValue() - 1) : Nothing.NULL;
    }

    /** By a path written in text: {@code a.b[2].c} or {@code a.b.2.c}, names with points in backticks. */
    static Value walk(Value value, String path) {
        Value at = value;
        int from = 0;
        while (from < path.length()) {
            char c = path.charAt(from);
            int end;
            if (c == '`') {
                end = end(path.indexOf('`', from + 1), path);
                at = step(at, path.substring(from + 1, end));
                from = end + 1;
            } else if (c == '[') {
                end = end(path.indexOf(']', from), path);
                String index = path.substring(from + 1, end).strip();
                at = item(at, index.isEmpty() ? Num.of(1) : Text.of(index));
                from = end + 1;
            } else if (c == '.') {
                from++;
            } else {
                end = from;
                while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
                    end++;
                }
                at = step(at, path.substring(from, end));
                from = end;
            }
        }
        return at;
    }

    private static int end(int found, String path) {
        return found < 0 ? path.length() : found;
    }

    private static Value step(Value value, String name) {
        return value instanceof Items ? item(value, Text.of(name)) : field(value, name);
    }

    private static Value part(Blob blob, String name) {
        return switch (name) {
            case "name", "fileName" -> Text.of(blob.name());
            case "mediaType" -> Text.of(blob.mediaType());
            case "size" -> Num.of(blob.size());
            case "data" -> blob;
            default -> Nothing.NULL;
        };
    }
}
