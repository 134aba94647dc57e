package dev.tutti.scenario;

import java.util.Locale;
import java.util.Optional;

/**
 * What to create.
 *
 * @param name without one it is named after its starter, or "New scenario"
 * @param starter a ready first scenario; not used when a blueprint is given
 * @param locale the language of names and texts that we write into it
 */
public record NewScenario(
        Optional<String> name, Optional<Blueprint> blueprint, Optional<Starter> starter, Locale locale) {

    /** The scenarios a newcomer can begin with. */
    public enum Starter {
        /** Receive a form: webhook, reply. */
        FORM,
        /** Every morning at 9: schedule, compose a text. */
        MORNING
    }
}
