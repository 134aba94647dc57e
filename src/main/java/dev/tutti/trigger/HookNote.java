package dev.tutti.trigger;

import dev.tutti.run.RunId;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.value.Blob;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is written down of a request and its answer: at most 16 KB of each body, nothing secret, and of confidential
 * scenarios no data at all.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HookNote(
        ScenarioId scenario,
        int days,
        int status,
        @Nullable RunId run,
        boolean confidential,
        String method,
        String query,
        String address,
        long micros,
        List<Value> headers,
        long size,
        byte @Nullable [] body,
        byte[] answer,
        List<Fields> bundles) {

    private static final int SHOWN = 16 * 1024;
    private static final int MOST_HEADERS = 100;
    private static final String MASK = "•••";

    private static final Pattern SECRET = Pattern.compile(
            "authorization|cookie|password|passwd|secret|token|api-?_?key|signature|credential|(^|[-_])(key|auth|sig|code)($|[-_])");

    static HookNote of(HookExchange exchange, int status) {
        HttpServletRequest request = exchange.request;
        HookRules rules = exchange.route.rules();
        boolean confidential = exchange.route.confidential();
        byte[] body = exchange.body;
        return new HookNote(
                exchange.route.scenario(),
                rules.logDays(),
                status,
                exchange.run,
                confidential,
                request.getMethod(),
                confidential || request.getQueryString() == null ? "" : query(request.getQueryString()),
                String.valueOf(request.getRemoteAddr()),
                (System.nanoTime() - exchange.began) / 1_000,
                headers(request, rules, confidential),
                body == null ? Math.max(0, request.getContentLengthLong()) : body.length,
                confidential || body == null ? null : Arrays.copyOf(body, Math.min(body.length, SHOWN)),
                confidential ? new byte[0] : Arrays.copyOf(exchange.answer, Math.min(exchange.answer.length, SHOWN)),
                confidential || body != null && body.length > SHOWN * 4 ? List.of() : exchange.bundles);
    }

    /** What is stored; worked out later, off the way of the request. */
    Fields entry() {
        Fields.Builder entry = Fields.builder()
                .put("method", Text.of(method))
                .put("query", Text.of(query))
                .put("address", Text.of(address))
                .put("ms", Num.of(Math.round(micros / 1_000.0)))
                .put("headers", new Items(headers))
                .put("size", Num.of(size))
                .put("answer", Text.of(text(answer)))
                .put("confidential", Bool.of(confidential));
        if (body != null) {
            entry.put("body", Text.of(text(body)));
        }
        if (!bundles.isEmpty()) {
            entry.put(
                    "parsed",
                    new Items(bundles.stream().limit(50).map(HookNote::masked).toList()));
        }
        return entry.build();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).replace('\u0000', '\uFFFD');
    }

    private static List<Value> headers(HttpServletRequest request, HookRules rules, boolean confidential) {
        String signature = rules.hmac().map(HookRules.Signature::header).orElse("");
        List<Value> headers = new ArrayList<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            boolean hidden = confidential || secret(name) || name.equalsIgnoreCase(signature);
            for (String value : Collections.list(request.getHeaders(name))) {
                if (headers.size() < MOST_HEADERS) {
                    headers.add(Fields.of(
                            "name", Text.of(name.toLowerCase(Locale.ROOT)), "value", Text.of(hidden ? MASK : value)));
                }
            }
        }
        return headers;
    }

    private static String query(String query) {
        StringBuilder shown = new StringBuilder();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            boolean hidden = equals > 0 && secret(pair.substring(0, equals));
            shown.append(shown.isEmpty() ? "" : "&").append(hidden ? pair.substring(0, equals + 1) + MASK : pair);
        }
        return shown.toString();
    }

    private static boolean secret(String name) {
        return SECRET.matcher(name.toLowerCase(Locale.ROOT)).find();
    }

    /** The headers within a bundle are hidden as the others are, and files stay where they are. */
    private static Value masked(Fields bundle) {
        Fields.Builder shown = Fields.builder();
        bundle.fields()
                .forEach((name, value) -> shown.put(name, name.equals("__IMTHEADERS__") ? pairs(value) : file(value)));
        return shown.build();
    }

    private static Value pairs(Value headers) {
        return headers instanceof Items items
                ? new Items(items.items().stream()
                        .map(item -> item instanceof Fields pair
                                        && pair.get("name") instanceof Text(String name)
                                        && secret(name)
                                ? pair.with("value", Text.of(MASK))
                                : item)
                        .toList())
                : headers;
    }

    private static Value file(Value value) {
        return switch (value) {
            case Fields file
            when file.get("data") instanceof Blob blob ->
                file.with("data", Text.of(blob.name() + " (" + blob.size() + ")"));
            default -> value;
        };
    }
}
