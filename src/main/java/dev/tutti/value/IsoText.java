package dev.tutti.value;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Writes ISO 8601 with milliseconds; the usual years without a formatter, since every run writes dates. */
final class IsoText {
    private static final DateTimeFormatter UNUSUAL =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private IsoText() {}

    static String of(Instant instant) {
        LocalDateTime at = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
        if (at.getYear() < 0 || at.getYear() > 9999) {
            return UNUSUAL.format(instant);
        }
        char[] out = new char[24];
        digits(out, 0, 4, at.getYear());
        out[4] = '-';
        digits(out, 5, 2, at.getMonthValue());
        out[7] = '-';
        digits(out, 8, 2, at.getDayOfMonth());
        out[10] = 'T';
        digits(out, 11, 2, at.getHour());
        out[13] = ':';
        digits(out, 14, 2, at.getMinute());
        out[16] = ':';
        digits(out, 17, 2, at.getSecond());
        out[19] = '.';
        digits(out, 20, 3, at.getNano() / 1_000_000);
        out[23] = 'Z';
        return new String(out);
    }

    private static void digits(char[] out, int from, int count, int number) {
        int rest = number;
        for (int i = from + count - 1; i >= from; i--) {
            out[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
