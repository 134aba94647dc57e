package dev.tutti.trigger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.scheduling.support.CronExpression;

/**
 * When a scenario starts by the clock.
 *
 * @param from not before
 * @param until not after
 * @param windows if there are any, a start must lie in one of them
 */
record Schedule(Rhythm rhythm, Optional<LocalDateTime> from, Optional<LocalDateTime> until, List<Window> windows) {

    Schedule {
        windows = List.copyOf(windows);
    }

    /** What it counts by. */
    sealed interface Rhythm {
        /** Every so often, counted from the beginning or else from midnight of 1 January 1970. */
        record Every(Duration interval) implements Rhythm {}

        /** At times of certain days. */
        record Days(Predicate<LocalDate> day, List<LocalTime> times) implements Rhythm {}

        /** At moments of the wall clock. */
        record Moments(List<LocalDateTime> moments) implements Rhythm {}

        /** At one moment of all clocks. */
        record At(Instant moment) implements Rhythm {}

        /**
         * By a cron expression.
         *
         * @param elapsed whether it counts hours as they pass, so that it goes on through the hour that comes twice
         */
        record Cron(CronExpression expression, boolean elapsed) implements Rhythm {}
    }

    /** Days and times in which starts are allowed; the end of the time does not belong to it. */
    record Window(Predicate<LocalDate> day, LocalTime begin, LocalTime end) {
        boolean contains(LocalDateTime moment) {
            LocalTime time = moment.toLocalTime();
            return day.test(moment.toLocalDate())
                    && !time.isBefore(begin)
                    && (end.equals(LocalTime.MIDNIGHT) || time.isBefore(end));
        }
    }

    boolean allows(LocalDateTime moment) {
        return windows.isEmpty() || windows.stream().anyMatch(window -> window.contains(moment));
    }
}
