package dev.tutti.builtin.http;

import dev.tutti.engine.Effect;
import dev.tutti.engine.Invocation;
import dev.tutti.outbound.Header;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.List;

/** The headers of a request: those of the settings and a few of our own. */
final class RequestHeaders {

    /** draft-ietf-httpapi-idempotency-key-header: a server that knows it does a repeated request only once. */
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private RequestHeaders() {}

    static List<Header> of(Fields input, RequestBody body, Invocation invocation, Effect effect) {
        List<Header> headers = new ArrayList<>();
        List<Value> pairs = input.get("headers") instanceof Items(List<Value> items) ? items : List.of();
        for (Value pair : pairs) {
            String name = text((Fields) pair, "name").strip();
            boolean type =
                    name.equalsIgnoreCase("Content-Type") && body.content().isPresent();
            if (!name.isEmpty() && !type) {
                headers.add(new Header(name, text((Fields) pair, "value").strip()));
            }
        }
        if (effect != Effect.READ && absent(headers, IDEMPOTENCY_KEY)) {
            headers.add(new Header(IDEMPOTENCY_KEY, invocation.idempotencyKey()));
        }
        if (absent(headers, "Accept")) {
            headers.add(new Header("Accept", "*/*"));
        }
        return headers;
    }

    private static boolean absent(List<Header> headers, String name) {
        return headers.stream().noneMatch(header -> header.name().equalsIgnoreCase(name));
    }

    private static String text(Fields pair, String key) {
        return pair.get(key) instanceof Text(String text) ? text : "";
    }
}
