package dev.tutti.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When an incomplete run is tried again. */
class RetryScheduleTest {

    @Test
    void whatPassesIsTriedEightTimesFurtherAndFurtherApart() {
        for (Failure.Kind kind :
                EnumSet.of(Failure.Kind.CONNECTION, Failure.Kind.RATE_LIMIT, Failure.Kind.MODULE_TIMEOUT)) {
            assertThat(minutes(RetrySchedule.of(kind))).containsExactly(1L, 10L, 10L, 30L, 30L, 30L, 180L, 180L);
        }
    }

    @Test
    void whatDoesNotPassWaitsForAPerson() {
        assertThat(minutes(RetrySchedule.of(Failure.Kind.DATA))).isEmpty();
        assertThat(minutes(RetrySchedule.of(Failure.Kind.RUNTIME))).isEmpty();
    }

    @Test
    void aBreakSaysHowOftenAndHowFarApart() {
        assertThat(minutes(new RetrySchedule(3, Optional.of(Duration.ofMinutes(15)))))
                .containsExactly(15L, 15L, 15L);
    }

    @Test
    void whoAskedToWaitLongerIsLeftAloneForAsLong() {
        RetrySchedule schedule = RetrySchedule.of(Failure.Kind.RATE_LIMIT);
        assertThat(schedule.next(0, Optional.of(Duration.ofMinutes(20)))).contains(Duration.ofMinutes(20));
        assertThat(schedule.next(0, Optional.of(Duration.ofSeconds(2)))).contains(Duration.ofMinutes(1));
    }

    private static List<Long> minutes(RetrySchedule schedule) {
        List<Long> minutes = new ArrayList<>();
        for (Optional<Duration> next = schedule.next(0, Optional.empty());
                next.isPresent();
                next = schedule.next(minutes.size(), Optional.empty())) {
            minutes.add(next.get().toMinutes());
        }
        return minutes;
    }
}
