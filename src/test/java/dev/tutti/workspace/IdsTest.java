package dev.tutti.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tutti.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdsTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-01-02T03:04:05Z"));
    private final Ids ids = new Ids(clock, new NodeNumber(3));

    @Test
    void growEvenWhenTheClockGoesBack() {
        long first = ids.next();
        clock.move(Duration.ofHours(-1));
        long second = ids.next();
        clock.move(Duration.ofHours(2));
        long third = ids.next();
        assertThat(first).isPositive().isLessThan(second);
        assertThat(second).isLessThan(third);
    }

    @Test
    void neverRepeatAmongThreadsAndNodes() {
        Ids otherNode = new Ids(clock, new NodeNumber(4));
        Set<Long> seen = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 20_000).parallel().forEach(_ -> {
            assertThat(seen.add(ids.next())).isTrue();
            assertThat(seen.add(otherNode.next())).isTrue();
        });
        assertThat(seen).hasSize(40_000);
    }

    @Test
    void tellTheMillisecondAndTheNode() {
        long id = ids.next();
        assertThat(id >>> 22).isEqualTo(clock.millis());
        assertThat(id >>> 12 & 1023).isEqualTo(3);
        assertThatThrownBy(() -> new NodeNumber(1024)).isInstanceOf(IllegalArgumentException.class);
    }
}
