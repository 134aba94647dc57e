package dev.tutti.expression;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.tutti.value.Message;

/**
 * Regular expressions for modules that look for many matches: the same as in the mapping language, so that no pattern
 * takes longer than its text is long, and with named groups besides.
 */
public final class Patterns {

    private static final int LONGEST = 4_000;
    private static final Site NOWHERE = new Site("", 0, 0);
    private static final java.util.regex.Pattern NAMED =
            java.util.regex.Pattern.compile("(?<!\\\\)\\(\\?P?<([A-Za-z][A-Za-z0-9_]*)>");

    private Patterns() {}

    /** What became of a pattern. */
    public sealed interface Answer {
        record Compiled(Pattern pattern) implements Answer {}

        /** It cannot be used; {@code advice} says what to do instead. */
        record Refused(Message said, Message advice) implements Answer {}
    }

    /** @param flags of {@code i m s} */
    public static Answer compile(String source, String flags) {
        if (source.length() > LONGEST) {
            return new Answer.Refused(
                    Message.of("expression.error.regex.long", LONGEST), Message.of("expression.advice.regex.long"));
        }
        int options = (flags.indexOf('i') >= 0 ? Pattern.CASE_INSENSITIVE : 0)
                | (flags.indexOf('m') >= 0 ? Pattern.MULTILINE : 0)
                | (flags.indexOf('s') >= 0 ? Pattern.DOTALL : 0);
        try {
            RegexShape.check(NAMED.matcher(source).replaceAll("("), NOWHERE);
            String translated = NAMED.matcher(RegexShape.translated(source)).replaceAll("(?P<$1>");
            return new Answer.Compiled(Pattern.compile(translated, options));
        } catch (Halt halt) {
            return new Answer.Refused(halt.error().said(), halt.error().hint());
        } catch (PatternSyntaxException wrong) {
            return new Answer.Refused(
                    Message.of("expression.error.regex.syntax", wrong.getDescription()),
                    Message.of("expression.advice.regex.syntax"));
        }
    }
}
