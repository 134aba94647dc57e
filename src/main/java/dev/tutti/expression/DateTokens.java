package dev.tutti.expression;

import java.util.ArrayList;
import java.util.List;

/** Splits a date format in the notation of moment.js into tokens and literals. */
final class DateTokens {
    /** By first letter, the longest first; within a letter the order decides. */
    private static final List<String> TOKENS = List.of(
            "YYYY",
            "YY",
            "Y",
            "Qo",
            "Q",
            "Mo",
            "MMMM",
            "MMM",
            "MM",
            "M",
            "Do",
            "DDDo",
            "DDDD",
            "DDD",
            "DD",
            "D",
            "dddd",
            "ddd",
            "dd",
            "do",
            "d",
            "E",
            "wo",
            "ww",
            "w",
            "Wo",
            "WW",
            "W",
            "gggg",
            "gg",
            "GGGG",
            "GG",
            "HH",
            "H",
            "hh",
            "h",
            "kk",
            "k",
            "A",
            "a",
            "mm",
            "m",
            "ss",
            "s",
            "SSSSSSSSS",
            "SSSSSSSS",
            "SSSSSSS",
            "SSSSSS",
            "SSSSS",
            "SSSS",
            "SSS",
            "SS",
            "S",
            "ZZ",
            "Z",
            "X",
            "x");

    private DateTokens() {}

    /** @param isToken or else text that stands for itself */
    record Part(String text, boolean isToken) {}

    static List<Part> of(String format) {
        List<Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        int at = 0;
        while (at < format.length()) {
            int end = format.charAt(at) == '[' ? format.indexOf(']', at) : -1;
            if (end > 0) {
                literal.append(format, at + 1, end);
                at = end + 1;
                continue;
            }
            String token = tokenAt(format, at);
            if (token.isEmpty()) {
                literal.append(format.charAt(at++));
                continue;
            }
            if (!literal.isEmpty()) {
                parts.add(new Part(literal.toString(), false));
                literal.setLength(0);
            }
            parts.add(new Part(token, true));
            at += token.length();
        }
        if (!literal.isEmpty()) {
            parts.add(new Part(literal.toString(), false));
        }
        return parts;
    }

    private static String tokenAt(String format, int at) {
        for (String token : TOKENS) {
            if (format.startsWith(token, at)) {
                return token;
            }
        }
        return "";
    }
}
