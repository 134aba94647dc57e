package dev.tutti.engine;

import java.time.ZoneId;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * A scenario ready to run.
 *
 * @param trigger the number of the module whose bundles start the run, where it has one
 */
public record Plan(OptionalInt trigger, Chain chain, Limits limits, ZoneId zone, Locale locale) {}
