package dev.tutti.builtin.http;

import dev.tutti.value.Fields;
import dev.tutti.value.Text;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Reads {@code a=1&b=2}. */
final class FormText {

    private FormText() {}

    static Fields parse(String form) {
        Fields.Builder fields = Fields.builder();
        for (String pair : form.strip().split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (!name.isEmpty()) {
                fields.put(decoded(name), Text.of(equals < 0 ? "" : decoded(pair.substring(equals + 1))));
            }
        }
        return fields.build();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
