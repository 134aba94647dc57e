package dev.tutti.scenario.n8n;

import dev.tutti.scenario.exchange.Look;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** HTTP Request of n8n, in the form it has had since version 3 and before. */
final class N8nRequest {

    private static final Map<String, String> TYPES = Map.of(
            "form-urlencoded", "form",
            "multipart-form-data", "multipart",
            "raw", "raw",
            "json", "json");

    private final N8nNode node;
    private final Fields parameters;
    private final N8nText text;

    N8nRequest(N8nNode node, N8nText text) {
        this.node = node;
        this.parameters = node.parameters();
        this.text = text;
    }

    Fields values() {
        String method = first("method", "requestMethod");
        Fields.Builder values = Fields.builder()
                .put("url", Text.of(text.scalar(parameters.get("url"))))
                .put("method", Text.of(method.isEmpty() ? "GET" : method.toUpperCase(Locale.ROOT)))
                .put("query", pairs("queryParameters", "queryParametersUi"))
                .put("headers", pairs("headerParameters", "headerParametersUi"));
        body(values);
        Fields response = Look.fields(Look.fields(Look.fields(parameters, "options"), "response"), "response");
        values.put("parse", Bool.TRUE).put("failOnError", Bool.of(!Look.yes(response, "neverError", false)));
        String milliseconds = node.option("timeout");
        if (milliseconds.matches("\\d{1,7}")) {
            values.put("timeout", Text.of(String.valueOf(Math.clamp(Integer.parseInt(milliseconds) / 1_000, 1, 300))));
        }
        return values.build();
    }

    private String first(String name, String other) {
        return parameters.has(name) ? Look.text(parameters, name) : Look.text(parameters, other);
    }

    private Items pairs(String name, String other) {
        List<Value> pairs = Stream.concat(
                        Look.each(Look.fields(parameters, name), "parameters").stream(),
                        Look.each(Look.fields(parameters, other), "parameter").stream())
                .<Value>map(one -> Fields.of(
                        "name", Text.of(text.scalar(one.get("name"))), "value", Text.of(text.scalar(one.get("value")))))
                .toList();
        return new Items(pairs);
    }

    private void body(Fields.Builder values) {
        String type = first("contentType", "bodyContentType");
        Items pairs = pairs("bodyParameters", "bodyParametersUi");
        String json = Stream.of("jsonBody", "bodyParametersJson")
                .map(key -> Look.text(parameters, key))
                .filter(given -> !given.isBlank())
                .findFirst()
                .orElse("");
        boolean sends = Look.yes(parameters, "sendBody", pairs.size() > 0 || !json.isEmpty());
        String kind = sends ? TYPES.getOrDefault(type.isEmpty() ? "json" : type, "none") : "none";
        values.put("bodyKind", Text.of(kind));
        switch (kind) {
            case "json" -> values.put("body", json.isEmpty() ? object(pairs) : Text.of(text.of(json)));
            case "form", "multipart" -> values.put("form", pairs);
            case "raw" -> {
                values.put("body", Text.of(text.scalar(parameters.get("body"))));
                String content = Look.text(parameters, "rawContentType");
                values.put("contentType", Text.of(content.isEmpty() ? "text/plain" : content));
            }
            default -> {}
        }
    }

    private static Fields object(Items pairs) {
        Fields.Builder object = Fields.builder();
        for (Value pair : pairs.items()) {
            if (pair instanceof Fields fields) {
                object.put(Look.text(fields, "name"), fields.get("value"));
            }
        }
        return object.build();
    }
}
