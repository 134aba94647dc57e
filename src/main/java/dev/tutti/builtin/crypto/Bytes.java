package dev.tutti.builtin.crypto;

import dev.tutti.connector.Field;
import dev.tutti.value.Blob;
import dev.tutti.value.Blobs;
import dev.tutti.value.Coercion;
import dev.tutti.value.Fields;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** Bytes of what was mapped, and bytes as text. */
final class Bytes {

    private Bytes() {}

    static Field encoding() {
        return Field.select("encoding", "hex", "base64", "base64url").byDefault("hex");
    }

    static String text(Fields input, String key) {
        return input.get(key) instanceof Text(String text) ? text : "";
    }

    /** A file as it is, anything else as its text in UTF-8; empty for what has no text. */
    static Optional<InputStream> open(Value data, Blobs blobs, ZoneId zone) throws IOException {
        if (data instanceof Blob file) {
            return Optional.of(blobs.open(file));
        }
        return Coercion.toText(data, zone)
                .accepted()
                .map(text -> new ByteArrayInputStream(((Text) text).text().getBytes(StandardCharsets.UTF_8)));
    }

    static String written(byte[] bytes, String encoding) {
        return switch (encoding) {
            case "base64" -> Base64.getEncoder().encodeToString(bytes);
            case "base64url" -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            default -> HexFormat.of().formatHex(bytes);
        };
    }

    /** Empty where the text is not written so. */
    static Optional<byte[]> read(String text, String encoding) {
        try {
            return Optional.of(
                    switch (encoding) {
                        case "base64" -> Base64.getMimeDecoder().decode(text.strip());
                        case "base64url" -> Base64.getUrlDecoder().decode(text.strip());
                        default -> HexFormat.of().parseHex(text.strip());
                    });
        } catch (IllegalArgumentException otherwise) {
            return Optional.empty();
        }
    }
}
