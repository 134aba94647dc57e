package dev.tutti.engine;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads what aggregators of the cases make of their bundles. */
final class Gatherings {
    private Gatherings() {}

    static Gathering read(Map<String, ?> step) {
        for (Gathering.Function function : Gathering.Function.values()) {
            String key = function.name().toLowerCase(Locale.ROOT);
            if (step.containsKey(key)) {
                return new Gathering.Numbers(function, Plans.mapping(step.get(key)));
            }
        }
        if (step.containsKey("text")) {
            return new Gathering.Joining(Plans.mapping(step.get("text")), separator(step, "separator"));
        }
        if (step.get("table") instanceof List<?> columns) {
            return new Gathering.Table(
                    columns.stream().map(Plans::mapping).toList(), separator(step, "columns"), separator(step, "rows"));
        }
        if (step.get("made") instanceof String module) {
            return new Gathering.Made(module, 1, Plans.mapping(step.get("item")), Plans.mapping(step.get("settings")));
        }
        return new Gathering.Listing(Plans.mapping(step.get("array")));
    }

    private static String separator(Map<String, ?> step, String key) {
        return step.get(key) instanceof String separator ? separator : "";
    }
}
