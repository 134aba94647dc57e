package dev.tutti.builtin.http;

import dev.tutti.connector.Failures;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.outbound.Answer;
import dev.tutti.outbound.AnswerTooLarge;
import dev.tutti.outbound.Header;
import dev.tutti.value.Blob;
import dev.tutti.value.Blobs;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Json;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import dev.tutti.value.Xml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a module emits for an answer: status, headers, and the body by its type. */
final class AnswerBundle {

    /** What is read into memory; everything larger is kept as a file. */
    private static final int MOST_IN_MEMORY = 10_000_000;

    private final Blobs blobs;
    private final Invocation invocation;

    AnswerBundle(Blobs blobs, Invocation invocation) {
        this.blobs = blobs;
        this.invocation = invocation;
    }

    Outcome of(Answer answer, boolean parse) throws IOException {
        try {
            return read(answer, parse);
        } catch (AnswerTooLarge large) {
            return Failures.fail(
                    invocation, Failure.Kind.MAX_FILE_SIZE_EXCEEDED, "builtin.http.large", large.limit() / 1_000_000);
        }
    }

    private Outcome read(Answer answer, boolean parse) throws IOException {
        String type = answer.header("Content-Type").orElse("").strip();
        Optional<Charset> charset = type.isEmpty()
                ? Optional.of(StandardCharsets.UTF_8)
                : Blob.of("", type, new byte[0]).charset();
        if (charset.isEmpty()) {
            Blob file = blobs.store(FileName.of(answer), type, answer.body());
            return emitted(answer, file.size() == 0 ? Nothing.NULL : file, file.size());
        }
        byte[] bytes = answer.body().readNBytes(MOST_IN_MEMORY + 1);
        if (bytes.length > MOST_IN_MEMORY) {
            if (parse && structured(type)) {
                return Failures.fail(
                        invocation,
                        Failure.Kind.MAX_FILE_SIZE_EXCEEDED,
                        "builtin.http.parse.large",
                        MOST_IN_MEMORY / 1_000_000);
            }
            InputStream whole = new SequenceInputStream(new ByteArrayInputStream(bytes), answer.body());
            Blob file = blobs.store(FileName.of(answer), type, whole);
            return emitted(answer, file, file.size());
        }
        Value data = bytes.length == 0
                ? Nothing.NULL
                : parse ? parsed(bytes, type, charset.get()) : text(bytes, charset.get());
        return emitted(answer, data, bytes.length);
    }

    /** What is not what it says it is stays text: the scenario can look at it. */
    private static Value parsed(byte[] bytes, String type, Charset charset) {
        Value text = text(bytes, charset);
        String essence = essence(type);
        if (essence.equals("application/json") || essence.endsWith("+json")) {
            return Json.parse(((Text) text).text()).value().orElse(text);
        }
        if (essence.equals("application/xml")
                || essence.equals("text/xml")
                || essence.endsWith("+xml") && !essence.contains("xhtml")) {
            return Xml.parse(bytes).value().orElse(text);
        }
        return essence.equals("application/x-www-form-urlencoded") ? FormText.parse(((Text) text).text()) : text;
    }

    private static boolean structured(String type) {
        String essence = essence(type);
        return essence.endsWith("json") || essence.endsWith("xml");
    }

    private static String essence(String type) {
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static Value text(byte[] bytes, Charset charset) {
        boolean marked = charset.equals(StandardCharsets.UTF_8)
                && bytes.length >= 3
                && bytes[0] == (byte) 0xEF
                && bytes[1] == (byte) 0xBB
                && bytes[2] == (byte) 0xBF;
        return Text.of(marked ? new String(bytes, 3, bytes.length - 3, charset) : new String(bytes, charset));
    }

    private static Outcome emitted(Answer answer, Value data, long size) {
        List<Value> headers = answer.headers().stream()
                .<Value>map(header -> Fields.of(
                        "name", Text.of(header.name().toLowerCase(Locale.ROOT)), "value", Text.of(header.value())))
                .toList();
        List<Value> cookies = answer.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase("Set-Cookie"))
                .map(Header::value)
                .<Value>map(Text::of)
                .toList();
        return Outcome.emitted(Fields.builder()
                .put("statusCode", Num.of(answer.status()))
                .put("headers", new Items(headers))
                .put("cookieHeaders", new Items(cookies))
                .put("data", data)
                .put("fileSize", Num.of(size))
                .build());
    }
}
