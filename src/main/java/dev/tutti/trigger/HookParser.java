package dev.tutti.trigger;

import dev.tutti.run.InputReader;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Json;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import dev.tutti.value.Xml;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Turns the body and the query of a request into bundles: both are merged, the body counts where both name a field. A
 * list at the top of the body gives a bundle for each item. What is not a collection is in the field {@code value}.
 */
@Component
final class HookParser implements InputReader {

    static final String NAME = "webhook";

    /** What came of it. */
    sealed interface Parsed {
        record Bundles(List<Fields> bundles) implements Parsed {}

        record Bad(HookProblem problem) implements Parsed {}
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Fields> read(String head, byte[] body) {
        return parse(HookHead.read(head), body) instanceof Parsed.Bundles(List<Fields> bundles) ? bundles : List.of();
    }

    Parsed parse(HookHead head, byte[] body) {
        return switch (head.kind()) {
            case NONE -> bundles(head, List.of(Fields.EMPTY));
            case FORM -> bundles(head, List.of(FormBody.parse(new String(body, head.charset()), head.charset())));
            case TEXT -> bundles(head, List.of(Fields.of("value", Text.of(new String(body, head.charset())))));
            case XML ->
                Xml.parse(body)
                        .value()
                        .<Parsed>map(value -> bundles(head, roots(value)))
                        .orElseGet(() -> new Parsed.Bad(HookProblem.of(400, "bad-xml")));
            case JSON ->
                switch (json(head, body)) {
                    case Json.Parsed(Value value) -> bundles(head, roots(value));
                    case Json.Malformed bad
                    when bad.line() > 0 ->
                        new Parsed.Bad(HookProblem.of(400, "bad-json", bad.said(), bad.line(), bad.column()));
                    case Json.Malformed bad -> new Parsed.Bad(HookProblem.of(400, "bad-json-limit", bad.said()));
                };
        };
    }

    private static Json.Result json(HookHead head, byte[] body) {
        boolean unicode = head.charset().name().startsWith("UTF-");
        return unicode ? Json.parse(body, body.length) : Json.parse(new String(body, head.charset()));
    }

    private static List<Fields> roots(Value value) {
        return switch (value) {
            case Items(List<Value> items) ->
                items.stream().map(HookParser::root).toList();
            default -> List.of(root(value));
        };
    }

    private static Fields root(Value value) {
        return value instanceof Fields fields ? fields : Fields.of("value", value);
    }

    /** Adds to each bundle what the query and, if asked for, headers and method say. */
    static Parsed.Bundles bundles(HookHead head, List<Fields> bodies) {
        if (head.query().isEmpty() && head.headers().isEmpty() && head.method().isEmpty()) {
            return new Parsed.Bundles(bodies);
        }
        Fields query = FormBody.parse(head.query(), java.nio.charset.StandardCharsets.UTF_8);
        return new Parsed.Bundles(bodies.stream()
                .map(body -> with(query.with(body), head.headers(), head.method()))
                .toList());
    }

    private static Fields with(Fields bundle, Optional<Items> headers, Optional<String> method) {
        Fields named = headers.map(list -> bundle.with("__IMTHEADERS__", list)).orElse(bundle);
        return method.map(name -> named.with("__IMTMETHOD__", Text.of(name))).orElse(named);
    }
}
