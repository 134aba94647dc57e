package dev.tutti.builtin.http;

import dev.tutti.connector.MakeNode;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.MakeWriting;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Json;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.List;
import java.util.Locale;

/** Make's HTTP modules up to version 3, still the most used of all. */
final class OldMakeRequest {

    private OldMakeRequest() {}

    static MakeTranslation plain(MakeNode node) {
        MakeTranslation translation = translate(node);
        return node.has("authUser") || node.has("authPass")
                ? translation.todo("builtin.make.http.basic", node.text("authUser"))
                : translation;
    }

    static MakeTranslation basic(MakeNode node) {
        return translate(node).todo("builtin.make.http.basic", node.chosen("auth"));
    }

    static MakeTranslation apiKey(MakeNode node) {
        return translate(node).todo("builtin.make.http.apiKey", node.chosen("auth"));
    }

    static MakeTranslation oauth(MakeNode node) {
        return translate(node).todo("builtin.make.http.oauth", node.chosen("account"));
    }

    static MakeTranslation certificate(MakeNode node) {
        return translate(node).but("builtin.make.http.tls");
    }

    private static MakeTranslation translate(MakeNode node) {
        Fields.Builder values = Fields.builder()
                .put("url", node.value("url"))
                .put("method", method(node))
                .put("query", node.items("qs", OldMakeRequest::pair))
                .put("headers", node.items("headers", OldMakeRequest::pair));
        body(node, values);
        values.put("parse", Bool.of(node.yes("parseResponse", false)))
                .put("failOnError", Bool.of(MakeNode.yes(node.parameters().get("handleErrors"), false)))
                .put("followRedirects", Bool.of(node.yes("followRedirect", true)));
        if (node.has("timeout")) {
            values.put("timeout", node.value("timeout"));
        }
        return notes(node, MakeTranslation.exact(values.build()));
    }

    /** The way back: the body kinds of forms and of raw text are Make's, JSON is raw text there. */
    static MakeWriting toMake(Fields values) {
        MakeWriting writing = MakeWriting.of("http:ActionSendData", 3)
                .set("handleErrors", Bool.of(MakeNode.yes(values.get("failOnError"), true)))
                .set("useNewZLibDeCompress", Bool.TRUE)
                .mapped("url", values.get("url"))
                .mapped("method", Text.of(MakeNode.text(values.get("method")).toLowerCase(Locale.ROOT)))
                .mapped("qs", values.get("query"))
                .mapped("headers", values.get("headers"))
                .mapped("parseResponse", Bool.of(MakeNode.yes(values.get("parse"), true)))
                .mapped("followRedirect", Bool.of(MakeNode.yes(values.get("followRedirects"), true)))
                .mapped("timeout", values.get("timeout"));
        return switch (MakeNode.text(values.get("bodyKind"))) {
            case "raw" -> raw(writing, values.get("body"), MakeNode.text(values.get("contentType")));
            case "json" ->
                raw(writing, json(values.get("body")), "application/json").but("builtin.make.http.json");
            case "text" -> raw(writing, values.get("body"), "text/plain").but("builtin.make.http.json");
            case "form" ->
                writing.mapped("bodyType", new Text("x_www_form_urlencoded")).mapped("formFields", fields(values));
            case "multipart" ->
                writing.mapped("bodyType", new Text("multipart_form_data")).mapped("formFields", fields(values));
            default -> writing.mapped("bodyType", Text.EMPTY);
        };
    }

    private static MakeWriting raw(MakeWriting writing, Value body, String type) {
        return writing.mapped("bodyType", new Text("raw"))
                .mapped("contentType", Text.of(type.isEmpty() ? "text/plain" : type))
                .mapped("data", body);
    }

    private static Value json(Value body) {
        return body instanceof Fields || body instanceof Items ? Text.of(Json.write(body)) : body;
    }

    private static Items fields(Fields values) {
        return values.get("form") instanceof Items(List<Value> fields)
                ? new Items(fields.stream()
                        .filter(Fields.class::isInstance)
                        .map(Fields.class::cast)
                        .<Value>map(field -> Fields.of(
                                        "key",
                                        field.get("name"),
                                        "value",
                                        field.get("value"),
                                        "fieldType",
                                        new Text("text"))
                                .with(
                                        field.has("fileName")
                                                ? Fields.of("fileName", field.get("fileName"))
                                                : Fields.EMPTY))
                        .toList())
                : Items.EMPTY;
    }

    static Text method(MakeNode node) {
        String method = node.text("method").toUpperCase(Locale.ROOT);
        return new Text(method.isEmpty() ? "GET" : method);
    }

    private static void body(MakeNode node, Fields.Builder values) {
        switch (node.text("bodyType")) {
            case "raw" -> {
                values.put("bodyKind", new Text("raw")).put("body", node.value("data"));
                String type = node.text("contentType");
                values.put(
                        "contentType",
                        type.equals("custom") || type.isEmpty() ? new Text("text/plain") : Text.of(type));
            }
            case "x_www_form_urlencoded" ->
                values.put("bodyKind", new Text("form")).put("form", node.items("formFields", OldMakeRequest::field));
            case "multipart_form_data" ->
                values.put("bodyKind", new Text("multipart"))
                        .put("form", node.items("formFields", OldMakeRequest::field));
            default -> values.put("bodyKind", new Text("none"));
        }
    }

    static Fields pair(Fields pair) {
        return Fields.of("name", first(pair, "name", "key"), "value", pair.get("value"));
    }

    static Fields field(Fields field) {
        Fields plain = Fields.of("name", first(field, "key", "name"), "value", first(field, "value", "data"));
        return field.has("fileName") ? plain.with("fileName", field.get("fileName")) : plain;
    }

    private static Value first(Fields fields, String name, String other) {
        return fields.has(name) ? fields.get(name) : fields.get(other);
    }

    private static MakeTranslation notes(MakeNode node, MakeTranslation exact) {
        MakeTranslation translation = exact;
        if (node.has("ca") || node.yes("useMtls", false) || !node.yes("rejectUnauthorized", true)) {
            translation = translation.but("builtin.make.http.tls");
        }
        if (node.yes("shareCookies", false)) {
            translation = translation.but("builtin.make.http.cookies");
        }
        if (node.text("bodyType").equals("raw") && node.text("contentType").equals("custom")) {
            translation = translation.but("builtin.make.http.contentType");
        }
        return translation;
    }
}
