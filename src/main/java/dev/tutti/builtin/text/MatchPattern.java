package dev.tutti.builtin.text;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
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
import dev.tutti.expression.Patterns.Answer;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds what a pattern describes: a bundle for each match, with its groups. */
@Component
final class MatchPattern implements Module {

    private static final int MOST = 10_000;
    private static final String INDEX = "i";
    private static final String MATCH = "__IMTMATCH__";

    private static final ModuleSpec SPEC = ModuleSpec.logic("text:match")
            .disc("search", "#8A3FA0")
            .fields(Stream.concat(
                            Search.fields(false).stream(),
                            Stream.of(Field.yesNo("continueIfEmpty")
                                    .byDefault(false)
                                    .inAdvanced()))
                    .toArray(Field[]::new))
            .outputs(Output.number(INDEX), Output.text(MATCH))
            .open()
            .example(Fields.of(INDEX, Num.of(1), MATCH, new Text("Order 4711"), "$1", new Text("4711")))
            .make(new MakeEquivalent(
                    Set.of("regexp:Parser", "regexp:AdvancedParser"),
                    node -> MakeTranslation.exact(Search.fromMake(node, false)
                            .put("continueIfEmpty", Bool.of(node.yes("continueWhenNoRes", false)))
                            .build())))
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    /** The groups of a pattern that was written, not mapped. */
    @Override
    public List<Output> outputs(Fields values) {
        List<Output> outputs = new ArrayList<>(SPEC.outputs());
        if (!Search.text(values, "pattern").contains("{{")
                && Search.pattern(values) instanceof Answer.Compiled(Pattern pattern)) {
            for (int group = 1; group <= pattern.groupCount(); group++) {
                outputs.add(Output.text("$" + group));
            }
            pattern.namedGroups().keySet().stream().sorted().map(Output::text).forEach(outputs::add);
        }
        return outputs;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        return Search.with(input, invocation, pattern -> {
            List<Fields> found = new ArrayList<>();
            Matcher matcher = pattern.matcher(Search.timed(input));
            while (matcher.find()) {
                if (found.size() == MOST) {
                    return Failures.fail(invocation, Failure.Kind.MAX_RESULTS_EXCEEDED, "builtin.text.many", MOST);
                }
                found.add(bundle(matcher, pattern, found.size() + 1));
                if (!Search.yes(input, "global")) {
                    break;
                }
            }
            boolean empty = found.isEmpty() && Search.yes(input, "continueIfEmpty");
            return new Outcome.Emitted(empty ? List.of(Fields.EMPTY) : found);
        });
    }

    private static Fields bundle(Matcher matcher, Pattern pattern, int number) {
        Fields.Builder bundle = Fields.builder().put(INDEX, Num.of(number)).put(MATCH, Text.of(matcher.group()));
        for (int group = 1; group <= matcher.groupCount(); group++) {
            String text = matcher.group(group);
            bundle.put("$" + group, text == null ? Nothing.NULL : Text.of(text));
        }
        pattern.namedGroups().forEach((name, group) -> {
            String text = matcher.group(group);
            bundle.put(name, text == null ? Nothing.NULL : Text.of(text));
        });
        return bundle.build();
    }
}
