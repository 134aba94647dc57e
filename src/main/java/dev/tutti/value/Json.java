package dev.tutti.value;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * JSON as people see it and other programs exchange it: numbers are decimals, dates become text, files become a
 * description. The journal, which must lose nothing, uses {@link Codec}.
 *
 * <p>Limits of what is read: 200 levels, 5 million characters in a text, 1 million tokens, 10 MB unless said otherwise.
 */
public final class Json {
    /** The largest document read by default, in bytes. */
    public static final long MAX_DOCUMENT = 10_000_000;

    /** How deep values may be nested, both read and written. */
    public static final int MAX_DEPTH = 200;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(5_000_000)
                    .maxNumberLength(1_000)
                    .maxNameLength(50_000)
                    .maxTokenCount(1_000_000)
                    .build())
            .enable(StreamReadFeature.USE_FAST_BIG_NUMBER_PARSER)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private static final ObjectWriteContext INDENTED = new ObjectWriteContext.Base() {
        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }

        @Override
        public PrettyPrinter getPrettyPrinter() {
            DefaultIndenter twoSpaces = new DefaultIndenter("  ", "\n");
            return new DefaultPrettyPrinter().withArrayIndenter(twoSpaces).withObjectIndenter(twoSpaces);
        }
    };

    private Json() {}

    /** What became of a text that should be JSON. */
    public sealed interface Result {
        /** The value, or empty where the text was not JSON. */
        default Optional<Value> value() {
            return this instanceof Parsed(Value value) ? Optional.of(value) : Optional.empty();
        }
    }

    public record Parsed(Value parsed) implements Result {}

    /**
     * The text is not JSON, or more than is accepted.
     *
     * @param line of the mistake, from 1; 0 where the place is unknown, as is {@code column}
     */
    public record Malformed(Message said, int line, int column) implements Result {
        public String message() {
            return said.toString();
        }
    }

    public static Result parse(String json) {
        if (json.length() > MAX_DOCUMENT) {
            return tooLarge(MAX_DOCUMENT);
        }
        return read(() -> FACTORY.createParser(ObjectReadContext.empty(), json), MAX_DOCUMENT);
    }

    public static Result parse(byte[] json) {
        return parse(json, MAX_DOCUMENT);
    }

    /**
     * As {@link #parse(byte[])} with another limit.
     *
     * @param maxBytes instead of the default of 10 MB
     */
    public static Result parse(byte[] json, long maxBytes) {
        if (json.length > maxBytes) {
            return tooLarge(maxBytes);
        }
        return read(() -> FACTORY.createParser(ObjectReadContext.empty(), json, 0, json.length), maxBytes);
    }

    /**
     * Reads the stream to the end of the document; does not close it.
     *
     * @throws UncheckedIOException where the stream cannot be read
     */
    public static Result parse(InputStream json) {
        return parse(json, MAX_DOCUMENT);
    }

    /**
     * As {@link #parse(InputStream)} with another limit.
     *
     * @throws UncheckedIOException where the stream cannot be read
     */
    public static Result parse(InputStream json, long maxBytes) {
        return read(() -> FACTORY.createParser(ObjectReadContext.empty(), new CappedStream(json, maxBytes)), maxBytes);
    }

    /** The value as JSON on one line. */
    public static String write(Value value) {
        StringWriter out = new StringWriter(256);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            write(value, json);
        }
        return out.toString();
    }

    /** The value as JSON on one line, in UTF-8. */
    public static byte[] bytes(Value value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        write(value, out);
        return out.toByteArray();
    }

    /** The value as JSON on many lines, indented by two spaces. */
    public static String writePretty(Value value) {
        StringWriter out = new StringWriter(256);
        try (JsonGenerator json = FACTORY.createGenerator(INDENTED, out)) {
            write(value, json);
        }
        return out.toString();
    }

    /** Streams the value as UTF-8; does not close the stream. */
    public static void write(Value value, OutputStream out) {
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            write(value, json);
        }
    }

    /** Writes the value where the generator stands. */
    public static void write(Value value, JsonGenerator json) {
        JsonWriting.write(value == Nothing.IGNORE ? Nothing.NULL : value, json);
    }

    private interface Opening {
        JsonParser open();
    }

    private static Result read(Opening opening, long maxBytes) {
        try (JsonParser json = opening.open()) {
            return new Parsed(JsonReading.document(json));
        } catch (JsonReading.Refused refused) {
            return new Malformed(refused.said, refused.line, refused.column);
        } catch (StreamConstraintsException beyond) {
            return malformed(JsonReading.limit(beyond.getOriginalMessage()), beyond);
        } catch (JacksonIOException broken) {
            if (broken.getCause() instanceof CappedStream.Exceeded) {
                return tooLarge(maxBytes);
            }
            throw new UncheckedIOException(broken.getCause());
        } catch (JacksonException mistake) {
            return malformed(JsonReading.explain(mistake.getOriginalMessage()), mistake);
        }
    }

    private static Malformed malformed(Message said, JacksonException mistake) {
        var at = mistake.getLocation();
        return at == null
                ? new Malformed(said, 0, 0)
                : new Malformed(said, Math.max(0, at.getLineNr()), Math.max(0, at.getColumnNr()));
    }

    private static Malformed tooLarge(long maxBytes) {
        return new Malformed(Message.of("value.json.size", maxBytes), 0, 0);
    }
}
