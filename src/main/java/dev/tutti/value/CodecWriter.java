package dev.tutti.value;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes a stream of values, and the small numbers and texts between them that the writer's owner needs. Grows in
 * memory; not for use by several threads at once.
 */
public final class CodecWriter {
    private byte[] bytes;
    private int size;
    private final Map<String, Integer> names = new HashMap<>();

    public CodecWriter() {
        this(256);
    }

    public CodecWriter(int expectedSize) {
        bytes = new byte[Math.max(16, expectedSize)];
        put(Codec.VERSION);
    }

    /**
     * The value, and nothing about where it ends: reading knows.
     *
     * @throws DamagedData where the value is nested deeper than 500 levels
     */
    public CodecWriter write(Value value) {
        write(value, 0);
        return this;
    }

    /** A whole number in as few bytes as it needs (small ones in one). */
    public CodecWriter writeLong(long number) {
        unsigned((number << 1) ^ (number >> 63));
        return this;
    }

    public CodecWriter writeText(String text) {
        write(Text.of(text), 0);
        return this;
    }

    /** A text that will come again in this stream: the second time it costs a byte or two. */
    public CodecWriter writeName(String name) {
        Integer known = names.putIfAbsent(name, names.size() + 1);
        if (known != null) {
            unsigned(known);
        } else {
            put(0);
            writeText(name);
        }
        return this;
    }

    /** The bytes so far. */
    public int size() {
        return size;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
    }

    private void write(Value value, int depth) {
        if (depth > Codec.MAX_DEPTH) {
            throw new DamagedData("a value is nested deeper than " + Codec.MAX_DEPTH + " levels");
        }
        switch (value) {
            case Nothing nothing ->
                put(
                        switch (nothing) {
                            case NULL -> Tag.NULL;
                            case IGNORE -> Tag.IGNORE;
                            case ERASE -> Tag.ERASE;
                        });
            case Bool bool -> put(bool.value() ? Tag.TRUE : Tag.FALSE);
            case Text(String text) -> text(text);
            case Num(BigDecimal number) -> number(number);
            case Moment moment -> {
                put(Tag.MOMENT);
                writeLong(moment.millis());
            }
            case Blob blob -> blob(blob);
            case Items(var items) -> {
                put(Tag.ITEMS);
                unsigned(items.size());
                for (Value item : items) {
                    write(item, depth + 1);
                }
            }
            case Fields(var fields) -> {
                put(Tag.FIELDS);
                unsigned(fields.size());
                for (Map.Entry<String, Value> field : fields.entrySet()) {
                    writeName(field.getKey());
                    write(field.getValue(), depth + 1);
                }
            }
        }
    }

    private void number(BigDecimal number) {
        boolean fitsLong = number.precision() < 19;
        if (number.scale() == 0 && fitsLong) {
            long whole = number.longValue();
            if (whole >= 0 && whole < 128) {
                put(Tag.SMALL_WHOLE | (int) whole);
            } else {
                put(Tag.WHOLE);
                writeLong(whole);
            }
        } else {
            put(fitsLong ? Tag.DECIMAL : Tag.BIG);
            unsigned(number.scale());
            if (fitsLong) {
                writeLong(number.unscaledValue().longValue());
            } else {
                chunk(number.unscaledValue().toByteArray());
            }
        }
    }

    private void text(String text) {
        if (hasHalfCharacter(text)) {
            put(Tag.TEXT_16);
            chunk(halves(text));
            return;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length < 64) {
            put(Tag.SHORT_TEXT | utf8.length);
            put(utf8);
        } else {
            put(Tag.TEXT);
            chunk(utf8);
        }
    }

    private void blob(Blob blob) {
        switch (blob.content()) {
            case Blob.Content.Inline(byte[] content) -> {
                put(Tag.INLINE);
                writeText(blob.name());
                writeText(blob.mediaType());
                chunk(content);
            }
            case Blob.Content.Stored(String id) -> {
                put(Tag.STORED);
                writeText(blob.name());
                writeText(blob.mediaType());
                unsigned(blob.size());
                writeText(id);
            }
        }
    }

    /** Half an emoji, as cutting a text may leave it, has no UTF-8 form. */
    private static boolean hasHalfCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] halves(String text) {
        byte[] halves = new byte[text.length() * 2];
        for (int i = 0; i < text.length(); i++) {
            halves[2 * i] = (byte) (text.charAt(i) >> 8);
            halves[2 * i + 1] = (byte) text.charAt(i);
        }
        return halves;
    }

    private void chunk(byte[] content) {
        unsigned(content.length);
        put(content);
    }

    private void unsigned(long number) {
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            put((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        put((int) rest);
    }

    private void put(int one) {
        room(1);
        bytes[size++] = (byte) one;
    }

    private void put(byte[] many) {
        room(many.length);
        System.arraycopy(many, 0, bytes, size, many.length);
        size += many.length;
    }

    private void room(int needed) {
        if (size + needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, needed), bytes.length * 2));
        }
    }
}
