package dev.tutti.expression;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What someone probably meant by a name that does not exist. */
final class Suggestion {
    /** Names from other products and from programs that write scenarios, and what does it here. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("tonumber", "parseNumber"),
            Map.entry("urlencode", "encodeURL"),
            Map.entry("datediff", "dateDifference"),
            Map.entry("subtract", "sub"),
            Map.entry("multiply", "prod"),
            Map.entry("divide", "div"),
            Map.entry("stringify", "toString"),
            Map.entry("tojson", "toString"),
            Map.entry("parsejson", "get"),
            Map.entry("filter", "map"),
            Map.entry("coalesce", "ifempty"),
            Map.entry("default", "ifempty"),
            Map.entry("size", "length"),
            Map.entry("count", "length"),
            Map.entry("len", "length"),
            Map.entry("tolower", "lower"),
            Map.entry("toupper", "upper"),
            Map.entry("uppercase", "upper"),
            Map.entry("lowercase", "lower"),
            Map.entry("todate", "parseDate"),
            Map.entry("unique", "distinct"),
            Map.entry("startofday", "setHour"),
            Map.entry("endofday", "setHour"));

    private Suggestion() {}

    static Problem forFunction(String name, int from, int to) {
        Problem unknown = Problem.error("function", from, to, name);
        if (name.equals("or") || name.equals("and")) {
            return unknown.advise("operator", name.equals("or") ? "|" : "&");
        }
        if (name.equalsIgnoreCase("escapeJSON")) {
            return unknown.advise("json");
        }
        return closest(name, Functions.names())
                .map(meant -> unknown.advise("meant", meant))
                .orElseGet(() -> unknown.advise("palette"));
    }

    static Problem forName(String name, Set<String> declared, int from, int to) {
        if (Words.KEYWORDS.containsKey(name)) {
            return Problem.error("keyword", from, to, name).advise("keyword");
        }
        Problem unknown = Problem.error("name", from, to, name);
        if (Functions.names().contains(name)) {
            return unknown.advise("call", name);
        }
        Set<String> known = Stream.of(Words.KEYWORDS.keySet(), Words.VARIABLES, declared)
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        return closest(name, known)
                .map(meant -> unknown.advise("meant", meant))
                .orElseGet(() -> unknown.advise("name", name));
    }

    static Optional<String> closest(String name, Collection<String> known) {
        String wanted = name.toLowerCase(Locale.ROOT);
        String elsewhere = ELSEWHERE.get(wanted);
        if (elsewhere != null && known.contains(elsewhere)) {
            return Optional.of(elsewhere);
        }
        int tolerance = name.length() < 4 ? 1 : name.length() < 8 ? 2 : 3;
        record Candidate(String name, int distance) {}
        return known.stream()
                .map(candidate -> new Candidate(candidate, distance(wanted, candidate.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.distance <= tolerance)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    /** Levenshtein's distance; names longer than 60 characters are no typing errors. */
    private static int distance(String a, String b) {
        if (a.length() > 60) {
            return Integer.MAX_VALUE;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
