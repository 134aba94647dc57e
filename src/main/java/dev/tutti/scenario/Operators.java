package dev.tutti.scenario;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The operators of filters, as Make names them, with the wrong spellings that are seen in the wild. */
public final class Operators {

    private static final Set<String> KNOWN = known();

    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("exists", "exist"),
            Map.entry("notexists", "notexist"),
            Map.entry("text:contains", "text:contain"),
            Map.entry("text:notcontains", "text:notcontain"),
            Map.entry("text:startswith", "text:startwith"),
            Map.entry("text:notstartswith", "text:notstartwith"),
            Map.entry("text:endswith", "text:endwith"),
            Map.entry("text:notendswith", "text:notendwith"),
            Map.entry("text:equals", "text:equal"),
            Map.entry("text:notequals", "text:notequal"),
            Map.entry("text:matches", "text:pattern"),
            Map.entry("array:contains", "array:contain"),
            Map.entry("array:notcontains", "array:notcontain"),
            Map.entry("boolean:equals", "boolean:equal"),
            Map.entry("date:before", "date:less"),
            Map.entry("date:after", "date:greater"),
            Map.entry("date:earlier", "date:less"),
            Map.entry("date:later", "date:greater"));

    private static final Map<String, String> COMPARISONS = Map.ofEntries(
            Map.entry("eq", "equal"),
            Map.entry("equals", "equal"),
            Map.entry("neq", "notequal"),
            Map.entry("ne", "notequal"),
            Map.entry("notequals", "notequal"),
            Map.entry("not_equal", "notequal"),
            Map.entry("gt", "greater"),
            Map.entry("greaterthan", "greater"),
            Map.entry("greater_than", "greater"),
            Map.entry("lt", "less"),
            Map.entry("lessthan", "less"),
            Map.entry("less_than", "less"),
            Map.entry("gte", "greaterorequal"),
            Map.entry("greater_or_equal", "greaterorequal"),
            Map.entry("greaterthanorequal", "greaterorequal"),
            Map.entry("lte", "lessorequal"),
            Map.entry("less_or_equal", "lessorequal"),
            Map.entry("lessthanorequal", "lessorequal"));

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}([.,]\\d{1,10})?");
    private static final Pattern LONE_PILL = Pattern.compile("\\{\\{[^{}()]+}}");

    private Operators() {}

    private static Set<String> known() {
        Set<String> all = new HashSet<>(Set.of("exist", "notexist"));
        for (String text : List.of("equal", "contain", "startwith", "endwith", "pattern")) {
            for (String operator : List.of("text:" + text, "text:not" + text)) {
                all.add(operator);
                all.add(operator + ":ci");
            }
        }
        for (String type : List.of("number", "date", "time", "semver", "array")) {
            for (String comparison : List.of("equal", "notequal", "greater", "less", "greaterorequal", "lessorequal")) {
                all.add(type + ":" + comparison);
            }
        }
        for (String array : List.of("array:contain", "array:notcontain")) {
            all.add(array);
            all.add(array + ":ci");
        }
        all.addAll(List.of("boolean:equal", "boolean:notequal"));
        return Set.copyOf(all);
    }

    /** Whether it is one, spelled right. */
    public static boolean known(String operator) {
        return KNOWN.contains(operator);
    }

    /** Whether it compares with something. */
    public static boolean hasTwoOperands(String operator) {
        return !operator.equals("exist") && !operator.equals("notexist");
    }

    /** The operator that a wrong spelling seen in the wild stands for. */
    public static Optional<String> meant(String spelling) {
        String wanted = spelling.strip().toLowerCase(java.util.Locale.ROOT);
        String ci = wanted.endsWith(":ci") ? ":ci" : "";
        String bare = wanted.substring(0, wanted.length() - ci.length());
        int colon = bare.indexOf(':');
        String type = colon < 0 ? "" : bare.substring(0, colon);
        String comparison = bare.substring(colon + 1);
        return List.of(
                        bare,
                        ALIASES.getOrDefault(bare, bare),
                        type + ":" + COMPARISONS.getOrDefault(comparison, comparison))
                .stream()
                .map(candidate -> candidate + ci)
                .filter(KNOWN::contains)
                .findFirst();
    }

    /** Whether it asks if two texts are the same. */
    static boolean equalAsText(String operator) {
        return operator.startsWith("text:equal") || operator.startsWith("text:notequal");
    }

    static boolean looksLikeANumber(String text) {
        return NUMBER.matcher(text.strip()).matches();
    }

    static boolean lonePill(String text) {
        return LONE_PILL.matcher(text.strip()).matches();
    }
}
