package dev.tutti.builtin.http;

import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.engine.Effect;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import org.springframework.stereotype.Component;

/** Finds out where an address leads after its redirects, such as that of a short link. */
@Component
final class ResolveUrl implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.action("http:resolve", Effect.READ)
            .disc("link", "#0B6B86")
            .fields(FetchRequest.url(), FetchRequest.timeout())
            .outputs(Output.text("url"), Output.number("statusCode"))
            .example(Fields.of("url", new Text("https://example.com/articles/4711"), "statusCode", Num.of(200)))
            .make(MakeEquivalent.of(
                    "http:ResolveURL", node -> MakeTranslation.exact(Fields.of("url", node.value("url")))))
            .done();

    private final WebCalls calls;

    ResolveUrl(WebCalls calls) {
        this.calls = calls;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    /** Asks with GET, as a browser would: many servers redirect HEAD elsewhere or not at all. The body is not read. */
    @Override
    public Outcome run(Fields input, Invocation invocation) {
        return calls.ask(
                FetchRequest.of("GET", input, true, 1),
                invocation,
                (answer, _) -> Outcome.emitted(
                        Fields.of("url", Text.of(answer.url()), "statusCode", Num.of(answer.status()))));
    }
}
