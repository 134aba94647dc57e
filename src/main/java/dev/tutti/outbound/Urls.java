package dev.tutti.outbound;

import dev.tutti.outbound.Refused.Reason;
import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Reads the address of a request. What different programs would read differently is refused, not guessed. */
final class Urls {

    private static final Pattern OTHER_SCHEME =
            Pattern.compile("(?!https?:)[a-z][a-z0-9+.-]*:(?!\\d).*", Pattern.DOTALL);
    private static final Pattern DOTTED = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}");
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)\\.?");
    private static final Pattern OCTAL = Pattern.compile("(.*\\.)?0\\d.*");

    /** Either an address or the reason why there is none. */
    record Read(@Nullable HttpUrl url, @Nullable Refused refusal) {}

    private Urls() {}

    static Read read(String text) {
        String trimmed = text.strip();
        HttpUrl url = HttpUrl.parse(trimmed);
        if (url == null) {
            boolean otherScheme =
                    OTHER_SCHEME.matcher(trimmed.toLowerCase(Locale.ROOT)).matches();
            return refused(otherScheme ? Reason.SCHEME : Reason.MALFORMED_URL, shown(trimmed));
        }
        if (!url.encodedUsername().isEmpty() || !url.encodedPassword().isEmpty()) {
            return refused(Reason.USER_IN_URL, url.host());
        }
        return numeric(url.host()) ? refused(Reason.MALFORMED_URL, url.host()) : new Read(url, null);
    }

    /** Numbers that some programs take for an IPv4 address: 127.1, 2130706433, 0x7f.1, 0177.0.0.1. */
    private static boolean numeric(String host) {
        return !host.contains(":")
                && ENDS_IN_NUMBER.matcher(host).matches()
                && (!DOTTED.matcher(host).matches() || OCTAL.matcher(host).matches());
    }

    private static Read refused(Reason reason, String subject) {
        return new Read(null, new Refused(reason, subject));
    }

    /** What may be repeated in a message: the address without its query, which may hold secrets. */
    private static String shown(String text) {
        String bare = text.split("[?#]", 2)[0].replaceAll("//[^/]*@", "//");
        return bare.length() > 80 ? bare.substring(0, 80) + "…" : bare;
    }
}
