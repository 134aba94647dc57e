package dev.tutti.expression;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The table of functions. What is not in it cannot be called. */
final class Functions {
    record Entry(FunctionSpec spec, Function body) {}

    /** Spellings of Make's own documents. */
    private static final Map<String, String> ALIASES =
            Map.of("stdevp", "stdevP", "stdevs", "stdevS", "deDuplicate", "deduplicate");

    private static final Map<String, Entry> TABLE = table();

    private Functions() {}

    static Optional<Entry> find(String name) {
        return Optional.ofNullable(TABLE.get(canonical(name)));
    }

    static String canonical(String name) {
        return ALIASES.getOrDefault(name, name);
    }

    static Set<String> names() {
        return TABLE.keySet();
    }

    static List<FunctionSpec> specs() {
        return TABLE.values().stream().map(Entry::spec).toList();
    }

    private static Map<String, Entry> table() {
        Map<String, Entry> table = new LinkedHashMap<>();
        Stream.of(
                        GeneralFunctions.ALL,
                        MathFunctions.ALL,
                        StatisticsFunctions.ALL,
                        TextFunctions.ALL,
                        EncodingFunctions.ALL,
                        DateFunctions.ALL,
                        CalendarFunctions.ALL,
                        ArrayFunctions.ALL)
                .flatMap(Collection::stream)
                .forEach(entry -> {
                    if (table.put(entry.spec().name(), entry) != null) {
                        throw new IllegalStateException(entry.spec().name() + " is defined twice");
                    }
                });
        return table;
    }
}
