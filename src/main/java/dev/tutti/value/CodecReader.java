package dev.tutti.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads what {@link CodecWriter} wrote, in the same order. Every length is checked against the bytes that are left
 * before anything is allocated, so that damaged bytes give {@link DamagedData} and nothing worse.
 */
public final class CodecReader {
    private final byte[] bytes;
    private final int end;
    private final List<String> names = new ArrayList<>();
    private int at;

    public CodecReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    /** @throws DamagedData where the stream is of a version that this program does not know */
    public CodecReader(byte[] bytes, int from, int length) {
        this.bytes = bytes;
        this.at = from;
        this.end = from + length;
        int version = one();
        if (version != Codec.VERSION) {
            throw new DamagedData("version " + version + " is not known");
        }
    }

    public boolean hasMore() {
        return at < end;
    }

    public Value read() {
        return read(0);
    }

    public long readLong() {
        long zigzag = unsigned();
        return (zigzag >>> 1) ^ -(zigzag & 1);
    }

    public String readText() {
        if (read(0) instanceof Text(String text)) {
            return text;
        }
        throw new DamagedData("a text is missing");
    }

    public String readName() {
        long known = unsigned();
        if (known == 0) {
            String name = readText();
            names.add(name);
            return name;
        }
        if (known < 0 || known > names.size()) {
            throw new DamagedData("an unknown name");
        }
        return names.get((int) known - 1);
    }

    private Value read(int depth) {
        if (depth > Codec.MAX_DEPTH) {
            throw new DamagedData("nested deeper than " + Codec.MAX_DEPTH + " levels");
        }
        int tag = one();
        if (tag >= Tag.SMALL_WHOLE) {
            return Num.of(tag & 0x7F);
        }
        if (tag >= Tag.SHORT_TEXT) {
            return text(tag & 0x3F);
        }
        return switch (tag) {
            case Tag.NULL -> Nothing.NULL;
            case Tag.IGNORE -> Nothing.IGNORE;
            case Tag.ERASE -> Nothing.ERASE;
            case Tag.FALSE -> Bool.FALSE;
            case Tag.TRUE -> Bool.TRUE;
            case Tag.WHOLE -> Num.of(readLong());
            case Tag.DECIMAL -> number(scale(), BigInteger.valueOf(readLong()));
            case Tag.BIG -> number(scale(), big());
            case Tag.TEXT -> text(length(1));
            case Tag.TEXT_16 -> halves(length(1));
            case Tag.MOMENT -> moment(readLong());
            case Tag.INLINE -> Blob.of(readText(), readText(), chunk());
            case Tag.STORED -> new Blob(readText(), readText(), readSize(), new Blob.Content.Stored(readText()));
            case Tag.ITEMS -> items(length(1), depth);
            case Tag.FIELDS -> fields(length(2), depth);
            default -> throw new DamagedData("an unknown kind of value");
        };
    }

    private Value items(int count, int depth) {
        List<Value> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            items.add(read(depth + 1));
        }
        return items.isEmpty() ? Items.EMPTY : new Items(items);
    }

    private Value fields(int count, int depth) {
        Fields.Builder fields = Fields.builder();
        for (int i = 0; i < count; i++) {
            String name = readName();
            fields.put(name, read(depth + 1));
        }
        return fields.build();
    }

    private Value text(int length) {
        need(length);
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return Text.of(text);
    }

    private Value halves(int length) {
        char[] chars = new char[length / 2];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = (char) (one() << 8 | one());
        }
        return Text.of(new String(chars));
    }

    private BigInteger big() {
        byte[] unscaled = chunk();
        if (unscaled.length == 0 || unscaled.length > 1_000) {
            throw new DamagedData("a number of " + unscaled.length + " bytes");
        }
        return new BigInteger(unscaled);
    }

    private Value number(int scale, BigInteger unscaled) {
        try {
            return new Num(new BigDecimal(unscaled, scale));
        } catch (NumberOutOfRange tooLarge) {
            throw new DamagedData("a number out of range");
        }
    }

    private Value moment(long millis) {
        try {
            return Moment.ofMillis(millis);
        } catch (DateTimeException outOfRange) {
            throw new DamagedData("a date out of range");
        }
    }

    private byte[] chunk() {
        int length = length(1);
        byte[] chunk = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return chunk;
    }

    private long readSize() {
        long size = unsigned();
        if (size < 0) {
            throw new DamagedData("a negative size");
        }
        return size;
    }

    private int scale() {
        long scale = unsigned();
        if (scale < 0 || scale > Num.MAX_EXPONENT) {
            throw new DamagedData("a number out of range");
        }
        return (int) scale;
    }

    /** @param least bytes that each part takes */
    private int length(int least) {
        long length = unsigned();
        if (length < 0 || length > left() / least) {
            throw new DamagedData("a length beyond the end");
        }
        return (int) length;
    }

    private int left() {
        return end - at;
    }

    private long unsigned() {
        long number = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int part = one();
            number |= (long) (part & 0x7F) << shift;
            if (part < 0x80) {
                return number;
            }
        }
        throw new DamagedData("a number without end");
    }

    private int one() {
        need(1);
        return bytes[at++] & 0xFF;
    }

    private void need(int count) {
        if (count > left()) {
            throw new DamagedData("it ends too early");
        }
    }
}
