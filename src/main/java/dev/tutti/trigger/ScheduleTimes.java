package dev.tutti.trigger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Works out when a schedule strikes. A time that the clock skips in spring strikes when the clock has been put forward;
 * one that comes twice in autumn strikes the first time only.
 */
final class ScheduleTimes {

    private static final int MOST_STEPS = 10_000;
    private static final int MOST_DAYS = 366 * 9;

    private final Schedule schedule;
    private final ZoneId zone;

    ScheduleTimes(Schedule schedule, ZoneId zone) {
        this.schedule = schedule;
        this.zone = zone;
    }

    /** The first strike after a moment. */
    Optional<Instant> after(Instant moment) {
        Instant earliest = schedule.from()
                .map(from -> from.atZone(zone).toInstant().minusMillis(1))
                .filter(moment::isBefore)
                .orElse(moment);
        Instant at = earliest;
        for (int step = 0; step < MOST_STEPS; step++) {
            Instant next = strike(at);
            if (next == null || over(next)) {
                return Optional.empty();
            }
            if (schedule.allows(LocalDateTime.ofInstant(next, zone))) {
                return Optional.of(next);
            }
            at = skip(next);
        }
        return Optional.empty();
    }

    private boolean over(Instant moment) {
        return schedule.until()
                .filter(until -> moment.isAfter(until.atZone(zone).toInstant()))
                .isPresent();
    }

    /** Where to go on after a strike that no window allows: right before the next window that could. */
    private Instant skip(Instant refused) {
        LocalDateTime at = LocalDateTime.ofInstant(refused, zone);
        LocalDate day = at.toLocalDate();
        Optional<LocalTime> later = schedule.windows().stream()
                .filter(window -> window.day().test(day) && window.begin().isAfter(at.toLocalTime()))
                .map(Schedule.Window::begin)
                .min(Comparator.naturalOrder());
        ZonedDateTime next = later.map(time -> ZonedDateTime.of(day, time, zone))
                .orElseGet(() -> day.plusDays(1).atStartOfDay(zone));
        Instant before = next.toInstant().minusMillis(1);
        return before.isAfter(refused) ? before : refused;
    }

    private @Nullable Instant strike(Instant after) {
        return switch (schedule.rhythm()) {
            case Schedule.Rhythm.Every(Duration interval) -> every(interval, after);
            case Schedule.Rhythm.At(Instant moment) -> moment.isAfter(after) ? moment : null;
            case Schedule.Rhythm.Moments moments ->
                moments.moments().stream()
                        .map(moment -> moment.atZone(zone).toInstant())
                        .filter(moment -> moment.isAfter(after))
                        .min(Comparator.naturalOrder())
                        .orElse(null);
            case Schedule.Rhythm.Days days -> day(days, after);
            case Schedule.Rhythm.Cron cron -> cron(cron, after);
        };
    }

    private Instant every(Duration interval, Instant after) {
        long start = schedule.from()
                .map(from -> from.atZone(zone).toInstant().toEpochMilli())
                .orElse(0L);
        long length = interval.toMillis();
        return Instant.ofEpochMilli(start + (Math.floorDiv(after.toEpochMilli() - start, length) + 1) * length);
    }

    private @Nullable Instant day(Schedule.Rhythm.Days days, Instant after) {
        LocalDate day = LocalDate.ofInstant(after, zone);
        for (int i = 0; i < MOST_DAYS; i++, day = day.plusDays(1)) {
            if (!days.day().test(day)) {
                continue;
            }
            for (LocalTime time : days.times()) {
                Instant strike = ZonedDateTime.of(day, time, zone).toInstant();
                if (strike.isAfter(after)) {
                    return strike;
                }
            }
        }
        return null;
    }

    private @Nullable Instant cron(Schedule.Rhythm.Cron cron, Instant after) {
        if (cron.elapsed()) {
            ZonedDateTime next = cron.expression().next(after.atZone(zone));
            return next == null ? null : next.toInstant();
        }
        // A day back, because a wall clock that was put forward is ahead of the moment it was asked for.
        LocalDateTime at = LocalDateTime.ofInstant(after, zone)
                .truncatedTo(ChronoUnit.DAYS)
                .minusSeconds(1);
        for (int i = 0; i < MOST_STEPS; i++) {
            at = cron.expression().next(at);
            if (at == null) {
                return null;
            }
            Instant strike = at.atZone(zone).toInstant();
            if (strike.isAfter(after)) {
                return strike;
            }
        }
        return null;
    }
}
