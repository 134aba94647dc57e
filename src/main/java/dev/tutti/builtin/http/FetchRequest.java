package dev.tutti.builtin.http;

import dev.tutti.connector.Field;
import dev.tutti.outbound.Header;
import dev.tutti.outbound.Request;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings that the smaller modules have in common: an address, headers and how long to wait. */
final class FetchRequest {

    private FetchRequest() {}

    static Field url() {
        return Field.text("url").require().like("https://");
    }

    static Field headers() {
        return Field.pairs("headers").inAdvanced();
    }

    static Field timeout() {
        return Field.number("timeout").byDefault(40).between(1, 300).in("s").inAdvanced();
    }

    /** @param redirects whether they are followed */
    static Request of(String method, Fields input, boolean redirects, long maxBytes) {
        List<Value> pairs = input.get("headers") instanceof Items(List<Value> items) ? items : List.of();
        return new Request(
                method,
                text(input.get("url")),
                pairs.stream()
                        .map(Fields.class::cast)
                        .filter(pair -> !text(pair.get("name")).isBlank())
                        .map(pair -> new Header(
                                text(pair.get("name")).strip(),
                                text(pair.get("value")).strip()))
                        .toList(),
                Optional.empty(),
                Duration.ofMillis(
                        ((Num) input.get("timeout")).number().movePointRight(3).longValue()),
                redirects,
                maxBytes);
    }

    static boolean yes(Fields input, String key) {
        return input.get(key) == Bool.TRUE;
    }

    private static String text(Value value) {
        return value instanceof Text(String text) ? text : "";
    }
}
