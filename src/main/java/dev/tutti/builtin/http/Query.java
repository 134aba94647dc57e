package dev.tutti.builtin.http;

import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The part of an address behind the question mark. */
final class Query {

    private Query() {}

    /** The address with these {name, value} added to whatever query it has. */
    static String append(String url, Value pairs) {
        List<Value> items = pairs instanceof Items(List<Value> list) ? list : List.of();
        String added = items.stream()
                .map(pair -> (Fields) pair)
                .filter(pair -> !text(pair.get("name")).isEmpty())
                .map(pair -> encode(text(pair.get("name"))) + "=" + encode(text(pair.get("value"))))
                .collect(Collectors.joining("&"));
        String address = url.strip();
        if (added.isEmpty()) {
            return address;
        }
        int fragment = address.indexOf('#');
        String base = fragment < 0 ? address : address.substring(0, fragment);
        String joint = !base.contains("?") ? "?" : base.endsWith("?") || base.endsWith("&") ? "" : "&";
        return base + joint + added + (fragment < 0 ? "" : address.substring(fragment));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String text(Value value) {
        return value instanceof Text(String text) ? text : "";
    }
}
