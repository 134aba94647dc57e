package dev.tutti.engine;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** A scenario ready to run. Immutable; any number of runs may use it at once. */
public final class Plan {
    private final OptionalInt trigger;
    private final Chain chain;
    private final Limits limits;
    private final ZoneId zone;
    private final Locale locale;
    private final Policy policy;
    private final Guards guards;
    private final Map<Integer, String> names;
    private final Layout layout;

    /** A plan without handlers whose runs end where they fail. */
    public Plan(OptionalInt trigger, Chain chain, Limits limits, ZoneId zone, Locale locale) {
        this(trigger, chain, limits, zone, locale, Policy.PLAIN, Guards.NONE, Map.of());
    }

    /**
     * @param trigger the number of the module whose bundles start the run, where it has one
     * @param names of modules by their numbers, for handlers
     * @throws IllegalArgumentException where two modules have the same number, an aggregator does not come after its
     *     source on every way to it, or a directive does not end a handler's route
     */
    public Plan(
            OptionalInt trigger,
            Chain chain,
            Limits limits,
            ZoneId zone,
            Locale locale,
            Policy policy,
            Guards guards,
            Map<Integer, String> names) {
        this.trigger = trigger;
        this.chain = chain;
        this.limits = limits;
        this.zone = zone;
        this.locale = locale;
        this.policy = policy;
        this.guards = guards;
        this.names = Map.copyOf(names);
        this.layout = new Layout(trigger, chain, guards);
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

    public Policy policy() {
        return policy;
    }

    public Guards guards() {
        return guards;
    }

    /** The name of a module; empty where it has none. */
    public String name(int module) {
        return names.getOrDefault(module, "");
    }

    /** The modules that come after this one on any way, those of its handlers among them. */
    public Set<Integer> after(int module) {
        return layout.after(module);
    }

    Layout layout() {
        return layout;
    }
}
