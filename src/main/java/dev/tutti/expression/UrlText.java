package dev.tutti.expression;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent encoding, as JavaScript's encodeURIComponent. */
final class UrlText {
    private static final String KEPT = "-_.!~*'()";
    private static final String HEX = "0123456789ABCDEF";

    private UrlText() {}

    static String encode(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean kept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (kept || KEPT.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
        return out.toString();
    }

    /** What is not a correct escape stays as it is. */
    static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int at = 0;
        while (at < text.length()) {
            boolean escape = text.charAt(at) == '%' && at + 2 < text.length();
            int high = escape ? Character.digit(text.charAt(at + 1), 16) : -1;
            int low = escape ? Character.digit(text.charAt(at + 2), 16) : -1;
            if (high >= 0 && low >= 0) {
                bytes.write(high * 16 + low);
                at += 3;
                continue;
            }
            out.append(bytes.toString(StandardCharsets.UTF_8)).append(text.charAt(at++));
            bytes.reset();
        }
        return out.append(bytes.toString(StandardCharsets.UTF_8)).toString();
    }
}
