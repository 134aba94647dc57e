package dev.tutti.builtin.http;

import dev.tutti.connector.Field;
import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.engine.Effect;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Asks only for what a server says about an address, not for its content. */
@Component
final class GetHeaders implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.action("http:headers", Effect.READ)
            .disc("list", "#0B6B86")
            .mayUseConnection(WebCalls.types())
            .fields(
                    FetchRequest.url(),
                    FetchRequest.headers(),
                    Field.yesNo("followRedirects").byDefault(true).inAdvanced(),
                    FetchRequest.timeout())
            .outputs(Output.number("statusCode"), Output.list("headers", Output.text("name"), Output.text("value")))
            .example(Fields.of(
                    "statusCode",
                    Num.of(200),
                    "headers",
                    Items.of(Fields.of("name", new Text("content-length"), "value", new Text("48213")))))
            .make(new MakeEquivalent(
                    Set.of("http:ActionGetHeaders", "http:RetrieveHeaders"),
                    node -> MakeTranslation.exact(Fields.of("url", node.value("url")))))
            .done();

    private final WebCalls calls;

    GetHeaders(WebCalls calls) {
        this.calls = calls;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        return calls.ask(
                FetchRequest.of("HEAD", input, FetchRequest.yes(input, "followRedirects"), 1),
                invocation,
                (answer, _) -> Outcome.emitted(Fields.of(
                        "statusCode",
                        Num.of(answer.status()),
                        "headers",
                        new Items(answer.headers().stream()
                                .<Value>map(header -> Fields.of(
                                        "name",
                                        Text.of(header.name().toLowerCase(Locale.ROOT)),
                                        "value",
                                        Text.of(header.value())))
                                .toList()))));
    }
}
