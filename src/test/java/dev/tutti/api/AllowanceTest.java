package dev.tutti.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AllowanceTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T12:00:00Z"));
    private final Allowance allowance = new Allowance(60, clock);

    @Test
    void aBurstPassesAndAFloodDoesNot() {
        for (int i = 0; i < 60; i++) {
            assertThat(allowance.take("ada")).isZero();
        }
        assertThat(allowance.take("ada")).isEqualTo(Duration.ofSeconds(1));
        assertThat(allowance.take("bob")).as("nobody suffers for somebody else").isZero();
    }

    @Test
    void whoeverWaitsMayGoOn() {
        for (int i = 0; i < 60; i++) {
            allowance.take("ada");
        }
        clock.move(Duration.ofSeconds(2));

        assertThat(allowance.take("ada")).isZero();
        assertThat(allowance.take("ada")).isZero();
        assertThat(allowance.take("ada")).isPositive();
    }

    @Test
    void askingInVainCostsNothing() {
        for (int i = 0; i < 500; i++) {
            allowance.take("ada");
        }
        clock.move(Duration.ofSeconds(1));

        assertThat(allowance.take("ada")).isZero();
    }
}
