package dev.tutti.builtin.text;

import com.google.re2j.Matcher;
import dev.tutti.connector.Failures;
import dev.tutti.connector.Field;
import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Fields;
import dev.tutti.value.Text;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts something else in the place of what a pattern describes. */
@Component
final class ReplaceText implements Module {

    private static final int LONGEST = 20_000_000;

    private static final ModuleSpec SPEC = ModuleSpec.logic("text:replace")
            .disc("replace", "#8A3FA0")
            .fields(Stream.concat(
                            Search.fields(true).stream(),
                            Stream.of(Field.text("replacement").lines()))
                    .toArray(Field[]::new))
            .outputs(Output.text("text"))
            .example(Fields.of("text", new Text("Dear Ada Lovelace,")))
            .make(MakeEquivalent.of(
                    "regexp:Replace",
                    node -> MakeTranslation.exact(Search.fromMake(node, true)
                            .put("replacement", node.value("value"))
                            .build())))
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        return Search.with(input, invocation, pattern -> {
            String text = Search.text(input, "text");
            String replacement = Search.text(input, "replacement");
            StringBuilder out = new StringBuilder(text.length());
            Matcher matcher = pattern.matcher(Search.timed(input));
            int copied = 0;
            while (matcher.find()) {
                out.append(text, copied, matcher.start());
                expand(replacement, matcher, out);
                copied = matcher.end();
                if (out.length() > LONGEST) {
                    return Failures.fail(invocation, Failure.Kind.DATA, "builtin.text.grown");
                }
                if (!Search.yes(input, "global")) {
                    break;
                }
            }
            out.append(text, copied, text.length());
            return Outcome.emitted(Fields.of("text", Text.of(out.toString())));
        });
    }

    /** As JavaScript does: {@code $&} is the match, {@code $1} to {@code $99} its groups, {@code $$} a dollar. */
    private static void expand(String replacement, Matcher matcher, StringBuilder out) {
        int at = 0;
        while (at < replacement.length()) {
            char next = at + 1 < replacement.length() ? replacement.charAt(at + 1) : ' ';
            if (replacement.charAt(at) != '$') {
                out.append(replacement.charAt(at++));
            } else if (next == '$') {
                out.append('$');
                at += 2;
            } else if (next == '&') {
                out.append(matcher.group());
                at += 2;
            } else {
                at += group(replacement, at, matcher, out);
            }
        }
    }

    /** Two digits where there are that many groups, else one; what names no group stands for itself. */
    private static int group(String replacement, int at, Matcher matcher, StringBuilder out) {
        for (int digits = 2; digits >= 1; digits--) {
            int end = at + 1 + digits;
            if (end <= replacement.length()
                    && replacement.substring(at + 1, end).chars().allMatch(c -> c >= '0' && c <= '9')) {
                int group = Integer.parseInt(replacement.substring(at + 1, end));
                if (group >= 1 && group <= matcher.groupCount()) {
                    String text = matcher.group(group);
                    out.append(text == null ? "" : text);
                    return 1 + digits;
                }
            }
        }
        out.append('$');
        return 1;
    }
}
