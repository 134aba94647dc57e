package dev.tutti.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A point in time, to the millisecond, as it is shown and as other programs exchange it. */
public record Moment(Instant instant) implements Value {
    /**
     * Cuts off what is less than a millisecond.
     *
     * @throws DateTimeException for years beyond ±270,000, which no other program understands
     */
    public Moment {
        if (Math.abs((double) instant.getEpochSecond()) > 8.64e12) {
            throw new DateTimeException("The date is out of range");
        }
        if (instant.getNano() % 1_000_000 != 0) {
            instant = instant.truncatedTo(ChronoUnit.MILLIS);
        }
    }

    public static Moment ofMillis(long sinceEpoch) {
        return new Moment(Instant.ofEpochMilli(sinceEpoch));
    }

    public long millis() {
        return instant.toEpochMilli();
    }

    /** ISO 8601 in UTC with exactly three decimals: {@code 2016-06-20T17:26:44.356Z}. */
    public String iso() {
        return IsoText.of(instant);
    }
}
