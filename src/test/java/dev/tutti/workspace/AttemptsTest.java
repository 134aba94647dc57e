package dev.tutti.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-01-02T03:04:05Z"));
    private final Attempts attempts = new Attempts(5, clock);

    @Test
    void theFifthFailureInAMinuteMakesOneWait() {
        fail(4);
        assertThat(attempts.wait("eve")).isZero();
        fail(1);
        assertThat(attempts.wait("eve")).isEqualTo(Duration.ofMinutes(1));
        assertThat(attempts.wait("somebody else")).isZero();
        clock.move(Duration.ofSeconds(61));
        assertThat(attempts.wait("eve")).isZero();
    }

    @Test
    void theWaitDoublesUpToAQuarterOfAnHour() {
        fail(5);
        for (Duration expected : new Duration[] {
            Duration.ofMinutes(2),
            Duration.ofMinutes(4),
            Duration.ofMinutes(8),
            Duration.ofMinutes(15),
            Duration.ofMinutes(15)
        }) {
            clock.move(Duration.ofMinutes(16));
            fail(1);
            assertThat(attempts.wait("eve")).isEqualTo(expected);
        }
    }

    @Test
    void aSuccessAndALongTimeAreForgiving() {
        fail(4);
        attempts.succeeded("eve");
        fail(4);
        assertThat(attempts.wait("eve")).isZero();
        clock.move(Duration.ofMinutes(2));
        fail(4);
        assertThat(attempts.wait("eve")).isZero();
    }

    private void fail(int times) {
        for (int time = 0; time < times; time++) {
            attempts.failed("eve");
        }
    }
}
