package dev.tutti.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CodecTest {

    @Test
    void readsBackWhatItWrote() {
        Random random = new Random(3);
        for (int i = 0; i < 3_000; i++) {
            Value value = Arbitrary.any(random, 4);
            Value read = Codec.read(Codec.write(value));
            assertThat(read).isEqualTo(value);
            if (value instanceof Fields(var fields)) {
                assertThat(((Fields) read).fields().keySet()).containsExactlyElementsOf(fields.keySet());
            }
        }
    }

    @Test
    void writesManyValuesAndWhatBelongsBetweenThem() {
        Random random = new Random(5);
        CodecWriter writer = new CodecWriter();
        List<Value> written = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Value value = Arbitrary.any(random, 3);
            written.add(value);
            writer.writeLong(i - 100L).writeName("path" + i % 3).write(value).writeText("t" + i);
        }
        byte[] bytes = writer.toByteArray();
        assertThat(bytes).hasSize(writer.size());
        CodecReader reader = new CodecReader(bytes);
        for (int i = 0; i < 200; i++) {
            assertThat(reader.readLong()).isEqualTo(i - 100L);
            assertThat(reader.readName()).isEqualTo("path" + i % 3);
            assertThat(reader.read()).isEqualTo(written.get(i));
            assertThat(reader.readText()).isEqualTo("t" + i);
        }
        assertThat(reader.hasMore()).isFalse();
    }

    @Test
    void namesOfSimilarRecordsCostTwoBytesEach() {
        CodecWriter writer = new CodecWriter();
        for (int i = 0; i < 10_000; i++) {
            writer.write(Fields.of("first_name", Num.of(1), "last_name", Num.of(2), "total_amount", Num.of(3)));
        }
        assertThat(writer.size()).isLessThan(10_000 * 9);
    }

    @Test
    void truncatedBytesAreDamaged() {
        Random random = new Random(8);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = Codec.write(Arbitrary.any(random, 3));
            for (int length = 0; length < bytes.length; length += Math.max(1, bytes.length / 20)) {
                byte[] cut = Arrays.copyOf(bytes, length);
                assertThatThrownBy(() -> Codec.read(cut))
                        .as(Arrays.toString(cut))
                        .isInstanceOf(DamagedData.class);
            }
        }
    }

    @Test
    void hostileBytesAreDamagedAndNothingWorse() {
        Random random = new Random(9);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            if (bytes.length > 0) {
                bytes[0] = 1;
            }
            readOrDamaged(bytes);
        }
    }

    @Test
    void alteredBytesAreDamagedOrAnotherValue() {
        Random random = new Random(10);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = Codec.write(Arbitrary.any(random, 3));
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            readOrDamaged(bytes);
        }
    }

    @Test
    void hugeLengthsAllocateNothing() {
        byte[] list = {1, 13, -1, -1, -1, -1, 7};
        byte[] text = {1, 8, -1, -1, -1, -1, 7, 65};
        byte[] negative = {1, 13, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1};
        for (byte[] bytes : List.of(list, text, negative)) {
            assertThatThrownBy(() -> Codec.read(bytes)).isInstanceOf(DamagedData.class);
        }
    }

    @Test
    void depthIsLimitedOnBothSides() {
        Value deep = Num.of(1);
        for (int i = 0; i < 600; i++) {
            deep = Items.of(deep);
        }
        Value tooDeep = deep;
        assertThatThrownBy(() -> Codec.write(tooDeep))
                .isInstanceOf(DamagedData.class)
                .hasMessageContaining("500");
        byte[] nested = new byte[100_000];
        for (int i = 1; i + 1 < nested.length; i += 2) {
            nested[i] = 13;
            nested[i + 1] = 1;
        }
        nested[0] = 1;
        assertThatThrownBy(() -> Codec.read(nested))
                .isInstanceOf(DamagedData.class)
                .hasMessageContaining("500");
    }

    @Test
    void otherVersionsAndTrailingBytesAreRefused() {
        assertThatThrownBy(() -> Codec.read(new byte[] {9, 0})).hasMessageContaining("version 9");
        assertThatThrownBy(() -> Codec.read(new byte[] {1, 0, 0})).hasMessageContaining("after the end");
        assertThatThrownBy(() -> Codec.read(new byte[0])).isInstanceOf(DamagedData.class);
    }

    /** Anything but {@link DamagedData} fails the test. */
    private static void readOrDamaged(byte[] bytes) {
        try {
            assertThat(Codec.read(bytes)).isNotNull();
        } catch (DamagedData expected) {
            assertThat(expected).hasMessageContaining("cannot be read");
        }
    }
}
