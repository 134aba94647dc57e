package dev.tutti.builtin.http;

import dev.tutti.connection.ConnectionId;
import dev.tutti.connection.Connections;
import dev.tutti.connection.Credentials;
import dev.tutti.connector.Failures;
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
import dev.tutti.outbound.Answer;
import dev.tutti.outbound.Exchange;
import dev.tutti.outbound.Failed;
import dev.tutti.outbound.Outbound;
import dev.tutti.outbound.Refused;
import dev.tutti.outbound.Request;
import dev.tutti.value.Blobs;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Calls any server that speaks HTTP. */
@Component
final class MakeRequest implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.action("http:request", MakeRequest::effect)
            .disc("globe", "#0B6B86")
            .mayUseConnection("apiKey", "basic", "bearer")
            .fields(
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
                    Field.yesNo("followRedirects").byDefault(true).inAdvanced())
            .outputs(
                    Output.number("statusCode"),
                    Output.list("headers", Output.text("name"), Output.text("value")),
                    Output.list("cookieHeaders", FieldType.TEXT),
                    Output.any("data"),
                    Output.number("fileSize"))
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
                    MakeEquivalent.of("http:ActionSendData", OldMakeRequest::plain),
                    MakeEquivalent.of("http:ActionSendDataBasicAuth", OldMakeRequest::basic),
                    MakeEquivalent.of("http:ActionSendDataAPIKeyAuth", OldMakeRequest::apiKey),
                    MakeEquivalent.of("http:MakeRequest", NewMakeRequest::translate))
            .done();

    private final Outbound outbound;
    private final Connections connections;
    private final Blobs blobs;

    MakeRequest(Outbound outbound, Connections connections, Blobs blobs) {
        this.outbound = outbound;
        this.connections = connections;
        this.blobs = blobs;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        Optional<Credentials> credentials = Optional.empty();
        if (invocation.connection().isPresent()) {
            credentials = open(invocation.connection().get());
            if (credentials.isEmpty()) {
                return Failures.fail(invocation, Failure.Kind.INVALID_CONFIGURATION, "builtin.connection.gone");
            }
        }
        RequestBody body = RequestBody.of(input, blobs, invocation);
        if (body instanceof RequestBody.Unfit(Failure failure)) {
            return new Outcome.Failed(failure);
        }
        Authorization authorization = new Authorization(credentials);
        Request request = new Request(
                text(input, "method"),
                Query.append(text(input, "url"), authorization.query(input.get("query"))),
                RequestHeaders.of(input, authorization, body, invocation, effect(input)),
                body.content(),
                Duration.ofMillis(
                        ((Num) input.get("timeout")).number().movePointRight(3).longValue()),
                input.get("followRedirects") == Bool.TRUE,
                Request.DEFAULT_MAX_BYTES);
        return outcome(outbound.send(request), input, invocation, authorization);
    }

    private Outcome outcome(Exchange exchange, Fields input, Invocation invocation, Authorization authorization) {
        return switch (exchange) {
            case Answer answer -> {
                try (answer) {
                    boolean bad = answer.status() >= 400 && input.get("failOnError") == Bool.TRUE;
                    yield bad
                            ? new StatusFailure(invocation, authorization).of(answer)
                            : new AnswerBundle(blobs, invocation).of(answer, input.get("parse") == Bool.TRUE);
                } catch (InterruptedIOException late) {
                    yield Failures.fail(
                            invocation, Failure.Kind.MODULE_TIMEOUT, "builtin.http.timeout", seconds(input));
                } catch (IOException broken) {
                    yield Failures.fail(invocation, Failure.Kind.CONNECTION, "builtin.http.broken");
                }
            }
            case Refused refused ->
                new Outcome.Failed(Failure.of(
                        refused.reason() == Refused.Reason.TOO_MANY_REDIRECTS
                                ? Failure.Kind.RUNTIME
                                : Failure.Kind.BUNDLE_VALIDATION,
                        authorization.hide(refused.message(invocation.locale()))));
            case Failed failed ->
                new Outcome.Failed(Failure.of(
                                failed.cause() == Failed.Cause.TIMEOUT
                                        ? Failure.Kind.MODULE_TIMEOUT
                                        : Failure.Kind.CONNECTION,
                                authorization.hide(failed.message(invocation.locale())))
                        .withDetail(authorization.hide(failed.detail())));
        };
    }

    private static String seconds(Fields input) {
        return ((Num) input.get("timeout")).plain();
    }

    private Optional<Credentials> open(String connection) {
        try {
            return connections
                    .open(ConnectionId.of(connection))
                    .filter(credentials ->
                            SPEC.connectionTypes().contains(credentials.type().code()));
        } catch (NumberFormatException foreign) {
            return Optional.empty();
        }
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
