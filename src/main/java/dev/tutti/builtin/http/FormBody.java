package dev.tutti.builtin.http;

import dev.tutti.engine.Invocation;
import dev.tutti.outbound.Body;
import dev.tutti.value.Blob;
import dev.tutti.value.Blobs;
import dev.tutti.value.Coercion;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Message;
import dev.tutti.value.Nothing;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields of a form, in the two ways in which browsers send them. */
final class FormBody {

    private FormBody() {}

    static RequestBody urlEncoded(Fields input, Invocation invocation) {
        List<String> pairs = new ArrayList<>();
        for (Fields field : fields(input)) {
            String name = RequestBody.text(field.get("name"));
            switch (text(field.get("value"), invocation)) {
                case Coercion.Ok(Value value) -> pairs.add(encode(name) + "=" + encode(RequestBody.text(value)));
                case Coercion.Refused(Message said) -> {
                    return RequestBody.unfit(invocation, "builtin.http.body.form", name, said.in(invocation.locale()));
                }
            }
        }
        return new RequestBody.Ready(Optional.of(Body.of(
                RequestBody.contentType(input).orElse("application/x-www-form-urlencoded"),
                RequestBody.bytes(String.join("&", pairs)))));
    }

    static RequestBody multipart(Fields input, Blobs blobs, Invocation invocation) {
        MultipartBody body = new MultipartBody(boundary(invocation), blobs);
        for (Fields field : fields(input)) {
            String name = RequestBody.text(field.get("name"));
            String fileName = RequestBody.text(field.get("fileName"));
            if (field.get("value") instanceof Blob file) {
                body.file(name, fileName.isEmpty() ? file.name() : fileName, file);
                continue;
            }
            switch (text(field.get("value"), invocation)) {
                case Coercion.Ok(Value value) when fileName.isEmpty() -> body.text(name, RequestBody.text(value));
                case Coercion.Ok(Value value) ->
                    body.file(
                            name,
                            fileName,
                            Blob.of(fileName, "text/plain; charset=utf-8", RequestBody.bytes(RequestBody.text(value))));
                case Coercion.Refused(Message said) -> {
                    return RequestBody.unfit(invocation, "builtin.http.body.form", name, said.in(invocation.locale()));
                }
            }
        }
        return new RequestBody.Ready(Optional.of(body));
    }

    private static List<Fields> fields(Fields input) {
        return input.get("form") instanceof Items(List<Value> items)
                ? items.stream().map(Fields.class::cast).toList()
                : List.of();
    }

    private static Coercion text(Value value, Invocation invocation) {
        return value instanceof Nothing ? new Coercion.Ok(Text.EMPTY) : Coercion.toText(value, invocation.zone());
    }

    /** The same for a repeated call, so that the repetition is the same request to the byte. */
    private static String boundary(Invocation invocation) {
        String key = invocation.idempotencyKey().replaceAll("[^A-Za-z0-9]", "");
        return "tutti-" + key.substring(0, Math.min(48, key.length()));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
