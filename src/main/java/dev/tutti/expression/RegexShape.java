package dev.tutti.expression;

import java.util.ArrayDeque;
import java.util.Deque;

/** What can be said of a pattern before it is compiled: how much it unfolds to, and what it must not contain. */
final class RegexShape {
    /** Of counted repetitions inside each other. */
    private static final int MAX_PRODUCT = 1_000;

    /** Of all that counted repetitions unfold to. */
    private static final int MAX_UNFOLDED = 20_000;

    private RegexShape() {}

    /** A sequence of atoms: the largest product of counts in it, and its unfolded size. */
    private static final class Level {
        private long product = 1;
        private long size;
        private long lastProduct = 1;
        private long lastSize;

        void atom(long itsProduct, long itsSize) {
            lastProduct = itsProduct;
            lastSize = itsSize;
            product = Math.max(product, itsProduct);
            size += itsSize;
        }

        void repeat(long times) {
            size += lastSize * (times - 1);
            lastSize *= times;
            lastProduct *= times;
            product = Math.max(product, lastProduct);
        }
    }

    /** Refuses the pattern, or tells its unfolded size. */
    static long check(String pattern, Site site) {
        Deque<Level> levels = new ArrayDeque<>();
        Level level = new Level();
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            int next = at + 1;
            if (pattern.startsWith("\\Q", at)) {
                int end = pattern.indexOf("\\E", at);
                next = end < 0 ? pattern.length() : end + 2;
                level.atom(1, next - at);
            } else if (c == '\\') {
                refuseBackReference(pattern, at, site);
                level.atom(1, 1);
                next = at + 2;
            } else if (c == '[') {
                level.atom(1, 1);
                next = endOfClass(pattern, at);
            } else if (c == '(') {
                refuseSpecialGroup(pattern, at, site);
                levels.push(level);
                level = new Level();
            } else if (c == ')' && !levels.isEmpty()) {
                Level inner = level;
                level = levels.pop();
                level.atom(inner.product, inner.size);
            } else if (c == '{' && closing(pattern, at) > 0) {
                next = closing(pattern, at) + 1;
                level.repeat(times(pattern.substring(at + 1, next - 1)));
            } else if ("*+?|^$".indexOf(c) < 0) {
                level.atom(1, 1);
            }
            if (level.product > MAX_PRODUCT || level.size > MAX_UNFOLDED) {
                throw site.halt("expression.error.regex.large", "expression.advice.regex.large", MAX_PRODUCT);
            }
            at = next;
        }
        return level.size;
    }

    /** JavaScript's {@code \}{@code uXXXX} is written {@code \x{XXXX}} here. */
    static String translated(String pattern) {
        StringBuilder out = new StringBuilder(pattern.length());
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            boolean escape = c == '\\' && i + 1 < pattern.length();
            if (escape && pattern.charAt(i + 1) == 'u' && isHex(pattern, i + 2)) {
                out.append("\\x{").append(pattern, i + 2, i + 6).append('}');
                i += 5;
            } else if (escape) {
                out.append(c).append(pattern.charAt(++i));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isHex(String pattern, int from) {
        return from + 4 <= pattern.length()
                && pattern.substring(from, from + 4).chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }

    private static void refuseBackReference(String pattern, int at, Site site) {
        char next = at + 1 < pattern.length() ? pattern.charAt(at + 1) : ' ';
        if ((next >= '1' && next <= '9') || next == 'k') {
            throw site.halt("expression.error.regex.backreference", "expression.advice.regex.backreference");
        }
    }

    private static void refuseSpecialGroup(String pattern, int at, Site site) {
        if (pattern.startsWith("(?=", at)
                || pattern.startsWith("(?!", at)
                || pattern.startsWith("(?<=", at)
                || pattern.startsWith("(?<!", at)) {
            throw site.halt("expression.error.regex.look", "expression.advice.regex.look");
        }
        if (pattern.startsWith("(?<", at) || pattern.startsWith("(?P<", at)) {
            throw site.halt("expression.error.regex.named", "expression.advice.regex.named");
        }
    }

    private static int endOfClass(String pattern, int from) {
        int at = from + 1;
        if (pattern.startsWith("^", at)) {
            at++;
        }
        if (pattern.startsWith("]", at)) {
            at++;
        }
        while (at < pattern.length() && pattern.charAt(at) != ']') {
            at += pattern.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    /** Where a counted repetition that begins here ends; -1 where the brace is only a brace. */
    private static int closing(String pattern, int from) {
        int end = pattern.indexOf('}', from);
        if (end < from + 2 || pattern.charAt(from + 1) < '0' || pattern.charAt(from + 1) > '9') {
            return -1;
        }
        return pattern.substring(from + 1, end).chars().allMatch(c -> (c >= '0' && c <= '9') || c == ',') ? end : -1;
    }

    private static long times(String counts) {
        long largest = 1;
        for (String count : counts.split(",", -1)) {
            if (count.length() > 6) {
                return 1_000_000;
            }
            largest = Math.max(largest, count.isEmpty() ? 1 : Long.parseLong(count));
        }
        return largest;
    }
}
