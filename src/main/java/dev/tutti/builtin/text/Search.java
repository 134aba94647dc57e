package dev.tutti.builtin.text;

import com.google.re2j.Pattern;
import dev.tutti.connector.Field;
import dev.tutti.connector.MakeNode;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.expression.Patterns;
import dev.tutti.expression.Patterns.Answer;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Message;
import dev.tutti.value.Text;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** What the modules that look for a pattern have in common. */
final class Search {

    private static final int LONGEST_TEXT = 5_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Search() {}

    static List<Field> fields(boolean globally) {
        return List.of(
                Field.text("text").lines(),
                Field.text("pattern").require().like("Order (\\d+)"),
                Field.yesNo("global").byDefault(globally),
                Field.yesNo("caseSensitive").byDefault(true),
                Field.yesNo("multiline").byDefault(false).inAdvanced(),
                Field.yesNo("singleline").byDefault(false).inAdvanced());
    }

    static boolean yes(Fields input, String key) {
        return input.get(key) == Bool.TRUE;
    }

    static String text(Fields input, String key) {
        return input.get(key) instanceof Text(String text) ? text : "";
    }

    static Answer pattern(Fields input) {
        return Patterns.compile(
                text(input, "pattern"),
                (yes(input, "caseSensitive") ? "" : "i")
                        + (yes(input, "multiline") ? "m" : "")
                        + (yes(input, "singleline") ? "s" : ""));
    }

    /** Compiles the pattern and looks at the clock while it is searched for. */
    static Outcome with(Fields input, Invocation invocation, Function<Pattern, Outcome> search) {
        if (text(input, "text").length() > LONGEST_TEXT) {
            return failed(
                    invocation,
                    Failure.Kind.DATA,
                    Message.of("builtin.text.long"),
                    Message.of("builtin.text.long.advice"));
        }
        return switch (pattern(input)) {
            case Answer.Refused(Message said, Message advice) ->
                failed(invocation, Failure.Kind.BUNDLE_VALIDATION, said, advice);
            case Answer.Compiled(Pattern pattern) -> {
                try {
                    yield search.apply(pattern);
                } catch (TimedText.TooSlow slow) {
                    yield failed(
                            invocation,
                            Failure.Kind.MODULE_TIMEOUT,
                            Message.of("builtin.text.slow"),
                            Message.of("builtin.text.slow.advice"));
                }
            }
        };
    }

    static TimedText timed(Fields input) {
        return new TimedText(text(input, "text"), PATIENCE);
    }

    /** The settings of a node of Make; the pattern is static or mapped. */
    static Fields.Builder fromMake(MakeNode node, boolean globally) {
        return Fields.builder()
                .put("text", node.value("text"))
                .put("pattern", node.value("pattern"))
                .put("global", Bool.of(node.yes("global", globally)))
                .put("caseSensitive", Bool.of(node.yes("sensitive", true)))
                .put("multiline", Bool.of(node.yes("multiline", false)))
                .put("singleline", Bool.of(node.yes("singleline", false)));
    }

    private static Outcome failed(Invocation invocation, Failure.Kind kind, Message said, Message advice) {
        return Outcome.failed(kind, said.in(invocation.locale()), advice.in(invocation.locale()));
    }
}
