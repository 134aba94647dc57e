package dev.tutti.scenario;

import dev.tutti.value.Fields;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * What holds for the scenario as a whole. Time zone and locale are pinned by each published version.
 *
 * @param sequential runs wait for each other
 * @param confidential no bundle data is kept in the history
 * @param replySeconds how long a caller waits for the reply module, in seconds
 * @param schedule when a scenario without a schedule module starts by itself; the shape of {@code schedule:clock}
 * @param make settings that came with a blueprint of Make, kept as they were
 */
public record Settings(
        ZoneId timeZone,
        Locale locale,
        boolean sequential,
        boolean confidential,
        int replySeconds,
        Optional<Fields> schedule,
        Optional<Fields> make) {

    /** What a new scenario gets. */
    public static final Settings DEFAULT = new Settings(
            ZoneId.of("Europe/Paris"), Locale.ENGLISH, false, false, 40, Optional.empty(), Optional.empty());
}
