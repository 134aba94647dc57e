package dev.tutti.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class FieldsTest {

    @Test
    void keepsTheOrderAndTheFirstPlaceOfANameGivenTwice() {
        Fields fields = Fields.builder()
                .put("b", Num.of(1))
                .put("a", Num.of(2))
                .put("b", Num.of(3))
                .build();
        assertThat(fields.fields()).containsExactly(Map.entry("b", Num.of(3)), Map.entry("a", Num.of(2)));
        assertThat(fields.get("missing")).isEqualTo(Nothing.NULL);
        assertThat(fields.has("missing")).isFalse();
    }

    @Test
    void cannotBeChangedFromOutside() {
        SequencedMap<String, Value> map = new LinkedHashMap<>();
        map.put("a", Num.of(1));
        Fields fields = new Fields(map);
        map.put("b", Num.of(2));
        assertThat(fields.size()).isEqualTo(1);
        assertThatThrownBy(() -> fields.fields().put("c", Num.ZERO)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> fields.fields().firstEntry().setValue(Num.ZERO))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void behavesLikeALinkedMapOfAnySize() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            Map<String, Value> expected = new LinkedHashMap<>();
            Fields.Builder builder = Fields.builder();
            int count = random.nextInt(60);
            for (int i = 0; i < count; i++) {
                String name = "n" + random.nextInt(40);
                Value value = Num.of(random.nextInt());
                expected.put(name, value);
                builder.put(name, value);
            }
            Fields fields = builder.build();
            assertThat(List.copyOf(fields.fields().entrySet())).isEqualTo(List.copyOf(expected.entrySet()));
            assertThat(fields).isEqualTo(Fields.of(expected));
            assertThat(fields.hashCode()).isEqualTo(Fields.of(expected).hashCode());
            expected.forEach((name, value) -> assertThat(fields.get(name)).isEqualTo(value));
            assertThat(List.copyOf(fields.fields().reversed().keySet()))
                    .isEqualTo(List.copyOf(expected.keySet()).reversed());
        }
    }

    @Test
    void mergesAndRemoves() {
        Fields left = Fields.of("a", Num.of(1), "b", Num.of(2));
        assertThat(left.with(Fields.of("b", Num.of(3), "c", Num.of(4))).fields())
                .containsExactly(Map.entry("a", Num.of(1)), Map.entry("b", Num.of(3)), Map.entry("c", Num.of(4)));
        assertThat(left.without("a")).isEqualTo(Fields.of("b", Num.of(2)));
        assertThat(left.with("c", Bool.TRUE).size()).isEqualTo(3);
        assertThat(left.size()).isEqualTo(2);
    }

    @Test
    void comparesFilesByContent() {
        assertThat(Blob.of("a", "text/plain", new byte[] {1, 2}))
                .isEqualTo(Blob.of("a", "text/plain", new byte[] {1, 2}))
                .isNotEqualTo(Blob.of("a", "text/plain", new byte[] {1, 3}));
    }
}
