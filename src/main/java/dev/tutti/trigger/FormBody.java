package dev.tutti.trigger;

import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Named values of a request: what comes several times, or is named with {@code []}, becomes a list. */
final class FormBody {

    private final Map<String, List<Value>> values = new LinkedHashMap<>();
    private final Map<String, Boolean> lists = new LinkedHashMap<>();

    /** Reads {@code a=1&b=2}, from a query or a body. */
    static Fields parse(String text, Charset charset) {
        FormBody form = new FormBody();
        for (String pair : text.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                form.add(decode(name, charset), Text.of(decode(value, charset)));
            }
        }
        return form.fields();
    }

    private static String decode(String text, Charset charset) {
        try {
            return URLDecoder.decode(text, charset);
        } catch (IllegalArgumentException asItIs) {
            return text;
        }
    }

    void add(String name, Value value) {
        boolean list = name.endsWith("[]") && name.length() > 2;
        String plain = list ? name.substring(0, name.length() - 2) : name;
        lists.merge(plain, list, Boolean::logicalOr);
        values.computeIfAbsent(plain, key -> new ArrayList<>()).add(value);
    }

    Fields fields() {
        Fields.Builder fields = Fields.builder();
        values.forEach((name, all) ->
                fields.put(name, all.size() > 1 || lists.getOrDefault(name, false) ? new Items(all) : all.getFirst()));
        return fields.build();
    }
}
