package dev.tutti.expression;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Regular expressions in time proportional to the text. What the linear engine lacks (look-around, back-references)
 * and what would still be slow in it (large nested repetitions) is refused with a reason.
 */
final class Regex {
    static final int MAX_PATTERN = 512;
    static final int MAX_INPUT = 1 << 20;

    /** Patterns seen lately; emptied when full, since the few that a run uses come back at once. */
    private static final Map<String, Regex> RECENT = new ConcurrentHashMap<>();

    private static final int MAX_RECENT = 256;
    private static final int SMALL = 2_000;

    private final Pattern pattern;

    private Regex(Pattern pattern) {
        this.pattern = pattern;
    }

    /** @param flags of {@code g i m s u y}; those that do not change what matches are ignored */
    static Regex compile(String source, String flags, Site site) {
        String key = flags + "/" + source;
        Regex recent = RECENT.get(key);
        if (recent != null) {
            return recent;
        }
        if (source.length() > MAX_PATTERN) {
            throw site.halt("expression.error.regex.long", "expression.advice.regex.long", MAX_PATTERN);
        }
        long size = RegexShape.check(source, site);
        Regex compiled = compiled(source, flags, site);
        if (size <= SMALL) {
            if (RECENT.size() >= MAX_RECENT) {
                RECENT.clear();
            }
            RECENT.put(key, compiled);
        }
        return compiled;
    }

    private static Regex compiled(String source, String flags, Site site) {
        int options = (flags.indexOf('i') >= 0 ? Pattern.CASE_INSENSITIVE : 0)
                | (flags.indexOf('m') >= 0 ? Pattern.MULTILINE : 0)
                | (flags.indexOf('s') >= 0 ? Pattern.DOTALL : 0);
        try {
            return new Regex(Pattern.compile(RegexShape.translated(source), options));
        } catch (PatternSyntaxException wrong) {
            throw site.halt("expression.error.regex.syntax", "expression.advice.regex.syntax", wrong.getDescription());
        }
    }

    boolean find(String text, Context context, Site site) {
        return matcher(text, context, site).find();
    }

    /** @param replacement with {@code $&} for the match and {@code $1} to {@code $99} for its groups */
    String replace(String text, String replacement, boolean all, Context context, Site site) {
        Matcher matcher = matcher(text, context, site);
        Growing out = new Growing(context, site);
        int copied = 0;
        int matches = 0;
        while (matcher.find()) {
            out.append(text, copied, matcher.start());
            expand(replacement, matcher, text, out);
            copied = matcher.end();
            if ((++matches & 0xF) == 0) {
                context.step(site);
            }
            if (!all) {
                break;
            }
        }
        out.append(text, copied, text.length());
        return out.toString();
    }

    private Matcher matcher(String text, Context context, Site site) {
        if (text.length() > MAX_INPUT) {
            throw site.halt("expression.error.regex.input", "expression.advice.smaller", 1);
        }
        return pattern.matcher(new Watched(text, context, site));
    }

    private static void expand(String replacement, Matcher matcher, String text, Growing out) {
        int at = 0;
        while (at < replacement.length()) {
            char next = at + 1 < replacement.length() ? replacement.charAt(at + 1) : ' ';
            if (replacement.charAt(at) != '$' || (next != '$' && next != '&' && !isDigit(next))) {
                out.append(replacement, at, at + 1);
                at++;
            } else if (next == '$') {
                out.append("$", 0, 1);
                at += 2;
            } else if (next == '&') {
                out.append(text, matcher.start(), matcher.end());
                at += 2;
            } else {
                at += group(replacement, at, matcher, text, out);
            }
        }
    }

    /** Two digits where there are that many groups, else one; what names no group stands for itself. */
    private static int group(String replacement, int at, Matcher matcher, String text, Growing out) {
        int one = replacement.charAt(at + 1) - '0';
        boolean second = at + 2 < replacement.length() && isDigit(replacement.charAt(at + 2));
        int two = second ? one * 10 + replacement.charAt(at + 2) - '0' : 0;
        int group = two >= 1 && two <= matcher.groupCount() ? two : one;
        int length = group == two && second ? 3 : 2;
        if (group < 1 || group > matcher.groupCount()) {
            out.append(replacement, at, at + length);
        } else if (matcher.start(group) >= 0) {
            out.append(text, matcher.start(group), matcher.end(group));
        }
        return length;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The text, looking at the clock while it is read. */
    private static final class Watched implements CharSequence {
        private final String text;
        private final Context context;
        private final Site site;
        private int reads;

        Watched(String text, Context context, Site site) {
            this.text = text;
            this.context = context;
            this.site = site;
        }

        @Override
        public char charAt(int at) {
            if ((++reads & 0xFFF) == 0) {
                context.checkClock(site);
            }
            return text.charAt(at);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return text.substring(from, to);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
