package dev.tutti.engine;

import java.time.ZoneId;
import java.util.Locale;
import java.util.OptionalInt;

/** A scenario ready to run. Immutable; any number of runs may use it at once. */
public final class Plan {
    private final OptionalInt trigger;
    private final Chain chain;
    private final Limits limits;
    private final ZoneId zone;
    private final Locale locale;
    private final Layout layout;

    /**
     * @param trigger the number of the module whose bundles start the run, where it has one
     * @throws IllegalArgumentException where two modules have the same number, or an aggregator does not come after
     *     its source on every way to it
     */
    public Plan(OptionalInt trigger, Chain chain, Limits limits, ZoneId zone, Locale locale) {
        this.trigger = trigger;
        this.chain = chain;
        this.limits = limits;
        this.zone = zone;
        this.locale = locale;
        this.layout = new Layout(trigger, chain);
    }

    public OptionalInt trigger() {
        return trigger;
    }

    public Chain chain() {
        return chain;
    }

    public Limits limits() {
        return limits;
    }

    public ZoneId zone() {
        return zone;
    }

    public Locale locale() {
        return locale;
    }

    Layout layout() {
        return layout;
    }
}
