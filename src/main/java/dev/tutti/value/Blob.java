package dev.tutti.value;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A file or other binary data.
 *
 * @param name the file name, empty where it has none
 * @param mediaType for example {@code text/plain; charset=utf-8}
 * @param size in bytes
 */
public record Blob(String name, String mediaType, long size, Content content) implements Value {
    public static final String BINARY = "application/octet-stream";

    /** Where the bytes are. Only the program makes a {@link Stored}; no text or JSON of a user becomes one. */
    public sealed interface Content {
        /** Bytes at hand. Whoever holds them must not change them. */
        @SuppressWarnings("ArrayRecordComponent") // compared by content below; copying files would cost too much
        record Inline(byte[] bytes) implements Content {
            @Override
            public boolean equals(Object other) {
                return other instanceof Inline(byte[] others) && Arrays.equals(bytes, others);
            }

            @Override
            public int hashCode() {
                return Arrays.hashCode(bytes);
            }

            @Override
            public String toString() {
                return "Inline[" + bytes.length + " bytes]";
            }
        }

        /** Bytes in the blob store, under this id. */
        record Stored(String id) implements Content {}
    }

    public Blob {
        if (size < 0 || (content instanceof Content.Inline(byte[] bytes) && bytes.length != size)) {
            throw new IllegalArgumentException("The size does not fit the content");
        }
    }

    public static Blob of(String name, String mediaType, byte[] bytes) {
        return new Blob(name, mediaType, bytes.length, new Content.Inline(bytes));
    }

    /** How its bytes become text, where the media type tells; empty for pictures, archives and the like. */
    public Optional<Charset> charset() {
        String type = mediaType.toLowerCase(Locale.ROOT);
        int parameter = type.indexOf("charset=");
        if (parameter >= 0) {
            String name = type.substring(parameter + 8).split(";", 2)[0].strip().replace("\"", "");
            try {
                return Optional.of(Charset.forName(name));
            } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
                return Optional.empty();
            }
        }
        String essence = type.split(";", 2)[0].strip();
        boolean textual = essence.startsWith("text/")
                || essence.equals("application/json")
                || essence.equals("application/xml")
                || essence.endsWith("+json")
                || essence.endsWith("+xml")
                || essence.equals("application/x-www-form-urlencoded");
        return textual ? Optional.of(StandardCharsets.UTF_8) : Optional.empty();
    }
}
