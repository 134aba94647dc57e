package dev.tutti.builtin.xml;

import dev.tutti.connector.Failures;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Blob;
import dev.tutti.value.Blobs;
import dev.tutti.value.Message;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import dev.tutti.value.Xml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** XML that was mapped, as text or as a file, and no larger than can be read at once. */
final class XmlFile {

    private static final int LARGEST = 10_000_000;

    private XmlFile() {}

    /** Hands over the bytes, or says that there are too many. */
    static Outcome read(Value xml, Blobs blobs, Invocation invocation, Function<Value, Outcome> reading) {
        if (xml instanceof Text(String text)) {
            return text.length() > LARGEST ? tooLarge(invocation) : reading.apply(xml);
        }
        if (!(xml instanceof Blob file)) {
            return Failures.fail(invocation, Failure.Kind.BUNDLE_VALIDATION, "builtin.xml.neither");
        }
        if (file.size() > LARGEST) {
            return tooLarge(invocation);
        }
        try (InputStream in = blobs.open(file)) {
            return reading.apply(Blob.of(file.name(), file.mediaType(), in.readAllBytes()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Xml.Result parse(Value xml) {
        return xml instanceof Blob(var _, var _, var _, Blob.Content.Inline(byte[] bytes))
                ? Xml.parse(bytes)
                : Xml.parse(((Text) xml).text());
    }

    static byte[] bytes(Value xml) {
        return xml instanceof Blob(var _, var _, var _, Blob.Content.Inline(byte[] bytes))
                ? bytes
                : ((Text) xml).text().getBytes(StandardCharsets.UTF_8);
    }

    static Outcome malformed(Invocation invocation, Message said) {
        return Failures.fail(
                invocation, Failure.Kind.BUNDLE_VALIDATION, "builtin.xml.malformed", said.in(invocation.locale()));
    }

    private static Outcome tooLarge(Invocation invocation) {
        return Failures.fail(invocation, Failure.Kind.MAX_FILE_SIZE_EXCEEDED, "builtin.xml.large", LARGEST / 1_000_000);
    }
}
