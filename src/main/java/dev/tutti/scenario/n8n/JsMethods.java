package dev.tutti.scenario.n8n;

import dev.tutti.scenario.n8n.JsTokens.Beyond;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Methods of JavaScript, of Luxon and of n8n that have a function here. */
final class JsMethods {

    /** The same with the same arguments, the object first. */
    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("toLowerCase", "lower"),
            Map.entry("toUpperCase", "upper"),
            Map.entry("trim", "trim"),
            Map.entry("toString", "toString"),
            Map.entry("split", "split"),
            Map.entry("join", "join"),
            Map.entry("includes", "contains"),
            Map.entry("replaceAll", "replace"),
            Map.entry("replace", "replace"),
            Map.entry("substring", "substring"),
            Map.entry("indexOf", "indexOf"),
            Map.entry("first", "first"),
            Map.entry("last", "last"),
            Map.entry("unique", "distinct"),
            Map.entry("reverse", "reverse"),
            Map.entry("sum", "sum"),
            Map.entry("average", "average"),
            Map.entry("max", "max"),
            Map.entry("min", "min"),
            Map.entry("round", "round"),
            Map.entry("floor", "floor"),
            Map.entry("ceil", "ceil"),
            Map.entry("abs", "abs"),
            Map.entry("base64Encode", "base64"),
            Map.entry("urlEncode", "encodeURL"),
            Map.entry("urlDecode", "decodeURL"));

    private static final String ISO = "\"YYYY-MM-DDTHH:mm:ss.SSSZ\"";

    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("second", "addSeconds"),
            Map.entry("minute", "addMinutes"),
            Map.entry("hour", "addHours"),
            Map.entry("day", "addDays"),
            Map.entry("month", "addMonths"),
            Map.entry("year", "addYears"));

    private JsMethods() {}

    static String call(String object, String name, List<String> given) {
        return switch (name) {
            case "toFixed" ->
                "formatNumber(" + object + "; " + (given.isEmpty() ? "0" : given.getFirst()) + "; \".\"; \"\")";
            case "toFormat", "format" -> {
                if (given.isEmpty() || !given.getFirst().startsWith("\"")) {
                    throw new Beyond();
                }
                yield "formatDate(" + object + "; " + tokens(given.getFirst()) + ")";
            }
            case "toISO", "toISOString" -> "formatDate(" + object + "; " + ISO + ")";
            case "toISODate" -> "formatDate(" + object + "; \"YYYY-MM-DD\")";
            case "toDateTime" -> object;
            case "toNumber", "toInt", "toFloat" -> "parseNumber(" + object + "; \".\")";
            case "toJsonString" -> "toString(" + object + ")";
            case "concat" -> {
                if (given.size() != 1) {
                    throw new Beyond();
                }
                yield "(" + object + " + " + given.getFirst() + ")";
            }
            default -> {
                String function = SAME.get(name);
                if (function == null) {
                    throw new Beyond();
                }
                yield function + "(" + object + (given.isEmpty() ? "" : "; " + String.join("; ", given)) + ")";
            }
        };
    }

    static String later(String object, String unit, String amount) {
        String singular = unit.toLowerCase(Locale.ROOT).replaceFirst("s$", "");
        if (singular.equals("week")) {
            return "addDays(" + object + "; 7 * (" + amount + "))";
        }
        String function = UNITS.get(singular);
        if (function == null) {
            throw new Beyond();
        }
        return function + "(" + object + "; " + amount + ")";
    }

    /** Luxon's letters for dates, as ours. Text in single quotes stands in brackets here. */
    static String tokens(String luxon) {
        StringBuilder ours = new StringBuilder();
        boolean literal = false;
        for (char c : luxon.toCharArray()) {
            if (c == '\'') {
                ours.append(literal ? ']' : '[');
                literal = !literal;
            } else if (literal) {
                ours.append(c);
            } else {
                ours.append(
                        switch (c) {
                            case 'y' -> 'Y';
                            case 'd' -> 'D';
                            case 'L' -> 'M';
                            case 'E', 'c' -> 'd';
                            default -> c;
                        });
            }
        }
        return ours.toString();
    }
}
