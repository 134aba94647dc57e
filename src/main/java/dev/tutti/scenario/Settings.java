package dev.tutti.scenario;

import dev.tutti.value.Fields;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What holds for the scenario as a whole. Time zone and locale are pinned by each published version.
 *
 * @param sequential runs wait for each other, and for incomplete runs that are not resolved
 * @param confidential no bundle data is kept in the history
 * @param replySeconds how long a caller waits for the reply module, in seconds
 * @param schedule when a scenario without a schedule module starts by itself; the shape of {@code schedule:clock}
 * @param make settings that came with a blueprint of Make, kept as they were
 * @param failures what happens when runs fail
 * @param pace how often and how many runs there may be, and how long they are kept
 * @param inputs what a run is given by whoever starts it
 * @param outputs what a run gives back to whoever called it
 */
public record Settings(
        ZoneId timeZone,
        Locale locale,
        boolean sequential,
        boolean confidential,
        int replySeconds,
        Optional<Fields> schedule,
        Optional<Fields> make,
        FailureRules failures,
        Pace pace,
        List<Parameter> inputs,
        List<Parameter> outputs) {

    /** What a new scenario gets. */
    public static final Settings DEFAULT = new Settings(
            ZoneId.of("Europe/Paris"), Locale.ENGLISH, false, false, 40, Optional.empty(), Optional.empty());

    public Settings {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** The rest as a new scenario gets it. */
    public Settings(
            ZoneId timeZone,
            Locale locale,
            boolean sequential,
            boolean confidential,
            int replySeconds,
            Optional<Fields> schedule,
            Optional<Fields> make) {
        this(
                timeZone,
                locale,
                sequential,
                confidential,
                replySeconds,
                schedule,
                make,
                FailureRules.DEFAULT,
                Pace.DEFAULT,
                List.of(),
                List.of());
    }

    public Settings with(FailureRules changed) {
        return new Settings(
                timeZone,
                locale,
                sequential,
                confidential,
                replySeconds,
                schedule,
                make,
                changed,
                pace,
                inputs,
                outputs);
    }

    public Settings with(Pace changed) {
        return new Settings(
                timeZone,
                locale,
                sequential,
                confidential,
                replySeconds,
                schedule,
                make,
                failures,
                changed,
                inputs,
                outputs);
    }

    public Settings with(List<Parameter> changedInputs, List<Parameter> changedOutputs) {
        return new Settings(
                timeZone,
                locale,
                sequential,
                confidential,
                replySeconds,
                schedule,
                make,
                failures,
                pace,
                changedInputs,
                changedOutputs);
    }
}
