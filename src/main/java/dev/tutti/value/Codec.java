package dev.tutti.value;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * The lossless, compact form of values, for the journal. One stream begins with a version byte and shares the names
 * of its fields, so that ten thousand similar records repeat none of them.
 *
 * <p>{@link CodecWriter} and {@link CodecReader} handle streams of many values; these are the short forms for one.
 */
public final class Codec {
    /** The first byte of every stream. */
    static final int VERSION = 1;

    /** How deep values may be nested, so that neither side runs out of stack. */
    static final int MAX_DEPTH = 500;

    private Codec() {}

    /**
     * One value as a stream of its own.
     *
     * @throws DamagedData where the value is nested deeper than 500 levels
     */
    public static byte[] write(Value value) {
        return new CodecWriter().write(value).toByteArray();
    }

    /**
     * One value as a stream of its own.
     *
     * @throws DamagedData where the value is nested deeper than 500 levels
     */
    public static void write(Value value, OutputStream out) {
        try {
            new CodecWriter().write(value).writeTo(out);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * The value of such a stream.
     *
     * @throws DamagedData where these are not exactly the bytes of one value
     */
    public static Value read(byte[] bytes) {
        CodecReader reader = new CodecReader(bytes);
        Value value = reader.read();
        if (reader.hasMore()) {
            throw new DamagedData("bytes after the end");
        }
        return value;
    }
}
