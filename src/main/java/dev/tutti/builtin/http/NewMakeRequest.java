package dev.tutti.builtin.http;

import dev.tutti.connector.MakeNode;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Nothing;
import dev.tutti.value.Text;
import java.util.stream.Stream;

/** Make's HTTP module since version 4. */
final class NewMakeRequest {

    private NewMakeRequest() {}

    static MakeTranslation translate(MakeNode node) {
        Fields.Builder values = Fields.builder()
                .put("url", node.value("url"))
                .put("method", OldMakeRequest.method(node))
                .put("query", node.items("queryParameters", OldMakeRequest::pair))
                .put("headers", node.items("headers", OldMakeRequest::pair));
        body(node, values);
        values.put("parse", Bool.of(node.yes("parseResponse", false)))
                .put("failOnError", Bool.of(node.yes("stopOnHttpError", true)))
                .put("followRedirects", Bool.of(node.yes("allowRedirects", true)));
        if (node.has("timeout")) {
            values.put("timeout", node.value("timeout"));
        }
        return signedIn(node, notes(node, MakeTranslation.exact(values.build())));
    }

    private static void body(MakeNode node, Fields.Builder values) {
        switch (node.text("contentType")) {
            case "json" ->
                values.put("bodyKind", new Text("json"))
                        .put(
                                "body",
                                Stream.of("jsonStringBodyContent", "dataStructureBodyContent", "bodyDataStructure")
                                        .map(node::value)
                                        .filter(value -> !(value instanceof Nothing))
                                        .findFirst()
                                        .orElse(Text.EMPTY));
            case "urlEncoded" ->
                values.put("bodyKind", new Text("form"))
                        .put("form", node.items("urlEncodedBodyContent", OldMakeRequest::field));
            case "multipart" ->
                values.put("bodyKind", new Text("multipart"))
                        .put("form", node.items("multipartBodyContent", OldMakeRequest::field));
            case "custom" ->
                values.put("bodyKind", new Text("raw"))
                        .put("body", node.value("rawBodyContent"))
                        .put("contentType", Text.of(node.text("contentTypeValue")));
            default -> values.put("bodyKind", new Text("none"));
        }
    }

    private static MakeTranslation signedIn(MakeNode node, MakeTranslation translation) {
        return switch (node.text("authenticationType")) {
            case "apiKey" -> translation.todo("builtin.make.http.apiKey", node.chosen("apiKeyKeychain"));
            case "basicAuth" -> translation.todo("builtin.make.http.basic", node.chosen("basicAuthKeychain"));
            case "", "noAuth" -> translation;
            default -> translation.todo("builtin.make.http.oauth", node.chosen("oAuthConnection"));
        };
    }

    private static MakeTranslation notes(MakeNode node, MakeTranslation exact) {
        MakeTranslation translation = exact;
        if (node.has("paginationType")) {
            translation = translation.but("builtin.make.http.pages", node.text("paginationType"));
        }
        if (node.has("tlsType") || node.has("proxyKeychain")) {
            translation = translation.but("builtin.make.http.tls");
        }
        if (node.yes("shareCookies", false)) {
            translation = translation.but("builtin.make.http.cookies");
        }
        return translation;
    }
}
