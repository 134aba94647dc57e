package dev.tutti.builtin.text;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.tutti.connector.Failures;
import dev.tutti.connector.Field;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds e-mail addresses, links, phone numbers and the like in a text: a bundle each. */
@Component
final class TextElements implements Module {

    private static final int MOST = 10_000;

    private static final Map<String, Pattern> PATTERNS = Map.of(
            "email", Pattern.compile("[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,24}"),
            "url", Pattern.compile("(?i)https?://[^\\s<>\"]*[^\\s<>\".,;:!?')\\]}]"),
            "phone", Pattern.compile("(\\+|\\b00)?[0-9(][0-9 ()./-]{5,18}[0-9]"),
            "number", Pattern.compile("-?[0-9]+([.,][0-9]+)?"),
            "date",
                    Pattern.compile(
                            "\\b([0-9]{4}[-/][0-9]{1,2}[-/][0-9]{1,2}|[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{2,4})\\b"),
            "ip", Pattern.compile("\\b([0-9]{1,3}\\.){3}[0-9]{1,3}\\b"),
            "hashtag", Pattern.compile("#[\\pL\\pN_]+"));

    private static final ModuleSpec SPEC = ModuleSpec.logic("text:elements")
            .disc("at-sign", "#8A3FA0")
            .fields(
                    Field.text("text").lines(),
                    Field.select("elements", "email", "url", "phone", "number", "date", "ip", "hashtag")
                            .byDefault("email"),
                    Field.yesNo("distinct").byDefault(false),
                    Field.yesNo("continueIfEmpty").byDefault(false).inAdvanced())
            .outputs(Output.number("i"), Output.text("match"))
            .example(Fields.of("i", Num.of(1), "match", new Text("ada@example.com")))
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        Pattern pattern = Objects.requireNonNull(PATTERNS.get(Search.text(input, "elements")));
        List<String> found = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        try {
            Matcher matcher = pattern.matcher(Search.timed(input));
            while (matcher.find() && found.size() < MOST) {
                if (seen.add(matcher.group()) || !Search.yes(input, "distinct")) {
                    found.add(matcher.group());
                }
            }
        } catch (TimedText.TooSlow slow) {
            return Failures.fail(invocation, Failure.Kind.MODULE_TIMEOUT, "builtin.text.slow");
        }
        List<Fields> bundles = new ArrayList<>();
        found.forEach(match -> bundles.add(Fields.of("i", Num.of(bundles.size() + 1L), "match", Text.of(match))));
        boolean empty = bundles.isEmpty() && Search.yes(input, "continueIfEmpty");
        return new Outcome.Emitted(empty ? List.of(Fields.EMPTY) : bundles);
    }
}
