package dev.tutti.builtin.http;

import dev.tutti.connector.Failures;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.outbound.Body;
import dev.tutti.value.Blob;
import dev.tutti.value.Blobs;
import dev.tutti.value.Coercion;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Json;
import dev.tutti.value.Message;
import dev.tutti.value.Nothing;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What a request carries, by the kind of body that was chosen. */
sealed interface RequestBody {

    record Ready(Optional<Body> content) implements RequestBody {}

    /** The values do not fit the kind. */
    record Unfit(Failure failure) implements RequestBody {
        @Override
        public Optional<Body> content() {
            return Optional.empty();
        }
    }

    Optional<Body> content();

    static RequestBody of(Fields input, Blobs blobs, Invocation invocation) {
        RequestBody body = switch (text(input.get("bodyKind"))) {
            case "json" -> json(input, blobs, invocation);
            case "text" -> plain(input, "text/plain; charset=utf-8", blobs, invocation);
            case "raw" -> plain(input, Blob.BINARY, blobs, invocation);
            case "form" -> FormBody.urlEncoded(input, invocation);
            case "multipart" -> FormBody.multipart(input, blobs, invocation);
            default -> new Ready(Optional.empty());
        };
        String method = text(input.get("method"));
        boolean impossible = (method.equals("GET") || method.equals("HEAD"))
                && body.content().filter(content -> content.length() != 0).isPresent();
        if (impossible) {
            return unfit(invocation, "builtin.http.body.get", method);
        }
        return method.equals("GET") || method.equals("HEAD") ? withoutContent(body) : body;
    }

    private static RequestBody withoutContent(RequestBody body) {
        return body instanceof Unfit ? body : new Ready(Optional.empty());
    }

    private static RequestBody json(Fields input, Blobs blobs, Invocation invocation) {
        String type = contentType(input).orElse("application/json; charset=utf-8");
        return switch (input.get("body")) {
            case Nothing _ -> new Ready(Optional.of(Body.of(type, new byte[0])));
            case Text(String text) when text.isBlank() -> new Ready(Optional.of(Body.of(type, new byte[0])));
            case Text(String text) ->
                switch (Json.parse(text)) {
                    case Json.Parsed _ -> new Ready(Optional.of(Body.of(type, bytes(text))));
                    case Json.Malformed(Message said, int line, int column) ->
                        unfit(invocation, "builtin.http.body.json", said.in(invocation.locale()), line, column);
                };
            case Blob file -> new Ready(Optional.of(new FileBody(type, file, blobs)));
            case Value value -> new Ready(Optional.of(Body.of(type, Json.bytes(value))));
        };
    }

    private static RequestBody plain(Fields input, String standard, Blobs blobs, Invocation invocation) {
        Optional<String> type = contentType(input);
        return switch (input.get("body")) {
            case Blob file -> new Ready(Optional.of(new FileBody(type.orElse(file.mediaType()), file, blobs)));
            case Nothing _ -> new Ready(Optional.of(Body.of(type.orElse(standard), new byte[0])));
            case Value value ->
                switch (asText(value, invocation)) {
                    case Coercion.Ok(Value text) ->
                        new Ready(Optional.of(Body.of(type.orElse(standard), bytes(text(text)))));
                    case Coercion.Refused(Message said) ->
                        unfit(invocation, "builtin.http.body.text", said.in(invocation.locale()));
                };
        };
    }

    /** Lists as JSON rather than with commas: a body is read by a program. */
    private static Coercion asText(Value value, Invocation invocation) {
        return value instanceof Items
                ? new Coercion.Ok(new Text(Json.write(value)))
                : Coercion.toText(value, invocation.zone());
    }

    static Unfit unfit(Invocation invocation, String key, Object... arguments) {
        return new Unfit(Failures.of(invocation, Failure.Kind.BUNDLE_VALIDATION, key, arguments));
    }

    /** What the settings say, or else the headers. */
    static Optional<String> contentType(Fields input) {
        String chosen = text(input.get("contentType")).strip();
        if (!chosen.isEmpty()) {
            return Optional.of(chosen);
        }
        List<Value> headers = input.get("headers") instanceof Items(List<Value> items) ? items : List.of();
        return headers.stream()
                .map(Fields.class::cast)
                .filter(header -> text(header.get("name")).strip().equalsIgnoreCase("Content-Type"))
                .map(header -> text(header.get("value")).strip())
                .filter(type -> !type.isEmpty())
                .findFirst();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(Value value) {
        return value instanceof Text(String text) ? text : "";
    }
}
