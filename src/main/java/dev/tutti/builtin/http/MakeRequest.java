package dev.tutti.builtin.http;

import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.engine.Effect;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.outbound.Request;
import dev.tutti.value.Blobs;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Calls any server that speaks HTTP. */
@Component
final class MakeRequest implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.action("http:request", MakeRequest::effect)
            .disc("globe", "#0B6B86")
            .mayUseConnection(WebCalls.types())
            .fields(Paging.after(
                    Field.text("url").require().like("https://"),
                    Field.select("method", "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")
                            .byDefault("GET"),
                    Field.pairs("query"),
                    Field.pairs("headers"),
                    Field.select("bodyKind", "none", "json", "text", "form", "multipart", "raw")
                            .byDefault("none"),
                    Field.of("body", FieldType.ANY).lines().when("bodyKind", "json", "text", "raw"),
                    Field.text("contentType").when("bodyKind", "text", "raw").like("text/plain"),
                    Field.list(
                                    "form",
                                    Field.text("name").require(),
                                    Field.of("value", FieldType.ANY),
                                    Field.text("fileName").inAdvanced())
                            .when("bodyKind", "form", "multipart"),
                    Field.yesNo("parse").byDefault(true),
                    Field.yesNo("failOnError").byDefault(true),
                    Field.number("timeout")
                            .byDefault(40)
                            .between(1, 300)
                            .in("s")
                            .inAdvanced(),
                    Field.yesNo("followRedirects").byDefault(true).inAdvanced()))
            .outputs(
                    Output.number("statusCode"),
                    Output.list("headers", Output.text("name"), Output.text("value")),
                    Output.list("cookieHeaders", FieldType.TEXT),
                    Output.any("data"),
                    Output.number("fileSize"))
            .open()
            .example(Fields.builder()
                    .put("statusCode", Num.of(200))
                    .put(
                            "headers",
                            Items.of(
                                    Fields.of("name", new Text("content-type"), "value", new Text("application/json"))))
                    .put("cookieHeaders", Items.EMPTY)
                    .put("data", Fields.of("id", Num.of(4711), "name", new Text("Ada Lovelace")))
                    .put("fileSize", Num.of(34))
                    .build())
            .make(
                    MakeEquivalent.of("http:ActionSendData", OldMakeRequest::plain)
                            .back(OldMakeRequest::toMake),
                    MakeEquivalent.of("http:ActionSendDataBasicAuth", OldMakeRequest::basic),
                    MakeEquivalent.of("http:ActionSendDataAPIKeyAuth", OldMakeRequest::apiKey),
                    MakeEquivalent.of("http:ActionSendDataOAuth", OldMakeRequest::oauth),
                    MakeEquivalent.of("http:ActionSendDataCertAuth", OldMakeRequest::certificate),
                    MakeEquivalent.of("http:MakeRequest", NewMakeRequest::translate))
            .done();

    private final WebCalls calls;
    private final Blobs blobs;

    MakeRequest(WebCalls calls, Blobs blobs) {
        this.calls = calls;
        this.blobs = blobs;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        RequestBody body = RequestBody.of(input, blobs, invocation);
        if (body instanceof RequestBody.Unfit(Failure failure)) {
            return new Outcome.Failed(failure);
        }
        String url = Query.append(text(input, "url"), input.get("query"));
        Paging paging = new Paging(input);
        return paging.wanted()
                ? new Pages(paging, url, invocation).collect(address -> ask(address, body, input, true, invocation))
                : ask(url, body, input, input.get("parse") == Bool.TRUE, invocation);
    }

    private Outcome ask(String url, RequestBody body, Fields input, boolean parse, Invocation invocation) {
        Request request = new Request(
                text(input, "method"),
                url,
                RequestHeaders.of(input, body, invocation, effect(input)),
                body.content(),
                Duration.ofMillis(
                        ((Num) input.get("timeout")).number().movePointRight(3).longValue()),
                input.get("followRedirects") == Bool.TRUE,
                Request.DEFAULT_MAX_BYTES);
        return calls.ask(request, invocation, (answer, sent) -> {
            boolean bad = answer.status() >= 400 && input.get("failOnError") == Bool.TRUE;
            return bad
                    ? new StatusFailure(invocation, sent).of(answer)
                    : new AnswerBundle(blobs, invocation).of(answer, parse);
        });
    }

    /** What HTTP says about its methods (RFC 9110, section 9.2); a method we do not know may do anything. */
    private static Effect effect(Fields input) {
        String method = text(input, "method").strip().toUpperCase(Locale.ROOT);
        return switch (method) {
            case "", "GET", "HEAD", "OPTIONS" -> Effect.READ;
            case "PUT", "PATCH" -> Effect.UPDATE;
            case "DELETE" -> Effect.DELETE;
            default -> Effect.SEND;
        };
    }

    private static String text(Fields input, String key) {
        return input.get(key) instanceof Text(String text) ? text : "";
    }
}
