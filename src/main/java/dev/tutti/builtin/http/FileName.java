package dev.tutti.builtin.http;

import dev.tutti.outbound.Answer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a downloaded file is called: as the server says (RFC 6266), or as its address ends. */
final class FileName {

    private static final int LONGEST = 200;
    private static final Pattern EXTENDED =
            Pattern.compile("filename\\*\\s*=\\s*utf-8'[^']*'([^;]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAIN =
            Pattern.compile("filename\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);

    private FileName() {}

    static String of(Answer answer) {
        String disposition = answer.header("Content-Disposition").orElse("");
        Matcher extended = EXTENDED.matcher(disposition);
        if (extended.find()) {
            return safe(decoded(extended.group(1).strip()));
        }
        Matcher plain = PLAIN.matcher(disposition);
        if (plain.find()) {
            return safe(plain.group(1) != null ? plain.group(1) : plain.group(2));
        }
        String path = answer.url().split("[?#]", 2)[0].replaceFirst("^[a-z]+://[^/]*", "");
        return safe(decoded(path));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    /** Only the last part of a path, whichever way the slashes lean. */
    private static String safe(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        String shortened = last.length() > LONGEST ? last.substring(last.length() - LONGEST) : last;
        return shortened.isEmpty() || shortened.equals(".") || shortened.equals("..") ? "file" : shortened;
    }
}
