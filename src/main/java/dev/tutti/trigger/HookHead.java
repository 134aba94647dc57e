package dev.tutti.trigger;

import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Json;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What has to be kept of a request besides its body, so that the same bundles come out of it again.
 *
 * @param query the query string, empty where there is none
 * @param method only where the scenario asks for it
 * @param headers a list of {@code {name, value}}, only where the scenario asks for it
 */
record HookHead(BodyKind kind, Charset charset, String query, Optional<String> method, Optional<Items> headers) {

    /** What the body is read as. */
    enum BodyKind {
        NONE,
        JSON,
        FORM,
        TEXT,
        XML
    }

    static HookHead of(BodyKind kind) {
        return new HookHead(kind, StandardCharsets.UTF_8, "", Optional.empty(), Optional.empty());
    }

    /** A short text that {@link #read} understands. */
    String write() {
        if (charset == StandardCharsets.UTF_8 && query.isEmpty() && method.isEmpty() && headers.isEmpty()) {
            return kind.name();
        }
        Fields.Builder all = Fields.builder()
                .put("kind", Text.of(kind.name()))
                .put("charset", Text.of(charset.name()))
                .put("query", Text.of(query));
        method.ifPresent(name -> all.put("method", Text.of(name)));
        headers.ifPresent(list -> all.put("headers", list));
        return Json.write(all.build());
    }

    static HookHead read(String text) {
        if (!text.startsWith("{")) {
            return of(BodyKind.valueOf(text));
        }
        Fields all = (Fields) Json.parse(text).value().orElseThrow();
        return new HookHead(
                BodyKind.valueOf(text(all, "kind")),
                Charset.forName(text(all, "charset")),
                text(all, "query"),
                all.has("method") ? Optional.of(text(all, "method")) : Optional.empty(),
                all.get("headers") instanceof Items list ? Optional.of(list) : Optional.empty());
    }

    private static String text(Fields all, String name) {
        Value value = all.get(name);
        return value instanceof Text(String text) ? text : "";
    }
}
