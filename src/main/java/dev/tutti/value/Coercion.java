package dev.tutti.value;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * What becomes of a value where another type is expected: the table that modules, filters and functions share. A
 * function per expected type; the zone is that of the scenario and matters for dates without one.
 */
public sealed interface Coercion {
    record Ok(Value value) implements Coercion {}

    /**
     * It cannot become that type.
     *
     * @param said why not, for a person
     */
    record Refused(Message said) implements Coercion {
        public String reason() {
            return said.toString();
        }
    }

    /** The value, or empty where it was refused. */
    default Optional<Value> accepted() {
        return this instanceof Ok(Value value) ? Optional.of(value) : Optional.empty();
    }

    /** A list stays, {@code erase} is the empty list, anything else becomes a list of itself. */
    static Coercion toItems(Value value, ZoneId zone) {
        return new Ok(
                switch (value) {
                    case Items items -> items;
                    case Nothing nothing when nothing == Nothing.ERASE -> Items.EMPTY;
                    default -> Items.of(value);
                });
    }

    /** Yes, but for {@code false}, the texts "false" and "", and nothing. The number 0 is yes. */
    static Coercion toBool(Value value, ZoneId zone) {
        return new Ok(
                switch (value) {
                    case Bool bool -> bool;
                    case Nothing _ -> Bool.FALSE;
                    case Text(String text) -> Bool.of(!text.isEmpty() && !text.equals("false"));
                    case Num _, Moment _, Blob _, Items _, Fields _ -> Bool.TRUE;
                });
    }

    /** Files stay; what has a text form is that text in UTF-8; lists, collections and nothing are refused. */
    static Coercion toBlob(Value value, ZoneId zone) {
        return switch (value) {
            case Blob blob -> new Ok(blob);
            case Text _, Bool _, Num _, Moment _ ->
                new Ok(Blob.of("", "text/plain; charset=utf-8", plain(value).getBytes(StandardCharsets.UTF_8)));
            case Items _, Fields _, Nothing _ -> refused("blob", value);
        };
    }

    static Coercion toFields(Value value, ZoneId zone) {
        return value instanceof Fields ? new Ok(value) : refused("fields", value);
    }

    /** Numbers are milliseconds since 1970; of texts, those {@link DateText} understands. */
    static Coercion toMoment(Value value, ZoneId zone) {
        return switch (value) {
            case Moment moment -> new Ok(moment);
            case Num(BigDecimal millis) -> {
                boolean inRange = millis.abs().compareTo(BigDecimal.valueOf(8_640_000_000_000_000L)) <= 0;
                yield inRange ? new Ok(Moment.ofMillis(millis.longValue())) : refused("moment", value);
            }
            case Text(String text) -> {
                Optional<Instant> parsed = DateText.parse(text, zone);
                yield parsed.isPresent() ? new Ok(new Moment(parsed.get())) : refused("moment", value);
            }
            case Nothing _, Bool _, Blob _, Items _, Fields _ -> refused("moment", value);
        };
    }

    /** Numbers, and texts that are one: digits with a point as decimal separator. */
    static Coercion toNumber(Value value, ZoneId zone) {
        return switch (value) {
            case Num number -> new Ok(number);
            case Text(String text) -> {
                Optional<Num> parsed = NumberText.parse(text);
                yield parsed.isPresent() ? new Ok(parsed.get()) : refused("number", value);
            }
            case Nothing _, Bool _, Moment _, Blob _, Items _, Fields _ -> refused("number", value);
        };
    }

    /** Dates in ISO 8601, collections as JSON, lists with commas between, files where their encoding is known. */
    static Coercion toText(Value value, ZoneId zone) {
        return switch (value) {
            case Text text -> new Ok(text);
            case Bool _, Num _, Moment _ -> new Ok(new Text(plain(value)));
            case Fields fields ->
                Depth.within(fields, Json.MAX_DEPTH) ? new Ok(new Text(Json.write(fields))) : refused("deep", value);
            case Items(var items) -> {
                if (!Depth.within(value, Json.MAX_DEPTH)) {
                    yield refused("deep", value);
                }
                StringJoiner list = new StringJoiner(", ");
                for (Value item : items) {
                    if (item == Nothing.NULL) {
                        list.add("");
                    } else if (item != Nothing.IGNORE && toText(item, zone) instanceof Ok(Text(String text))) {
                        list.add(text);
                    } else if (item != Nothing.IGNORE) {
                        yield refused("text", item);
                    }
                }
                yield new Ok(new Text(list.toString()));
            }
            case Blob blob -> decoded(blob);
            case Nothing nothing -> nothing == Nothing.ERASE ? new Ok(Text.EMPTY) : refused("text", value);
        };
    }

    /** A time of day is text, {@code h:m} or {@code h:m:s}; accepted, it is written {@code HH:mm:ss}. */
    static Coercion toTime(Value value, ZoneId zone) {
        Optional<LocalTime> time = value instanceof Text(String text) ? DateText.parseTime(text) : Optional.empty();
        return time.isPresent() ? new Ok(new Text(DateText.write(time.get()))) : refused("time", value);
    }

    private static Coercion decoded(Blob blob) {
        Optional<Charset> charset = blob.charset();
        if (charset.isEmpty() || !(blob.content() instanceof Blob.Content.Inline(byte[] bytes))) {
            return refused("text", blob);
        }
        try {
            return new Ok(Text.of(
                    charset.get().newDecoder().decode(ByteBuffer.wrap(bytes)).toString()));
        } catch (CharacterCodingException undecodable) {
            return refused("text", blob);
        }
    }

    private static String plain(Value value) {
        return switch (value) {
            case Text(String text) -> text;
            case Bool bool -> bool.value() ? "true" : "false";
            case Num number -> number.plain();
            case Moment moment -> moment.iso();
            case Nothing _, Blob _, Items _, Fields _ -> throw new IllegalArgumentException("no plain text form");
        };
    }

    private static Coercion refused(String expected, Value value) {
        return new Refused(Message.of("value.refused." + expected + "." + Sample.kind(value), Sample.of(value)));
    }
}
