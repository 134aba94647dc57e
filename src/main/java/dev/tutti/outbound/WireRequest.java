package dev.tutti.outbound;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** Turns our request into the client's. Headers that say how the message is framed are the client's own business. */
final class WireRequest {

    private static final Pattern METHOD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,31}");
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Set<String> METHODS_REFUSED = Set.of("CONNECT", "TRACE");
    private static final Set<String> METHODS_WITH_BODY = Set.of("POST", "PUT", "PATCH", "PROPPATCH", "REPORT");
    private static final Set<String> METHODS_WITHOUT_BODY = Set.of("GET", "HEAD");
    private static final Set<String> FRAMING = Set.of(
            "accept-encoding",
            "connection",
            "content-length",
            "expect",
            "http2-settings",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private WireRequest() {}

    /** Throws {@link IllegalArgumentException} if a method or header cannot be written at all. */
    static okhttp3.Request of(Request request, HttpUrl url) {
        String method = request.method().toUpperCase(Locale.ROOT);
        if (!METHOD.matcher(method).matches() || METHODS_REFUSED.contains(method)) {
            throw new IllegalArgumentException(method);
        }
        return new okhttp3.Request.Builder()
                .url(url)
                .headers(headers(request))
                .method(method, body(method, request))
                .build();
    }

    private static @Nullable RequestBody body(String method, Request request) {
        if (METHODS_WITHOUT_BODY.contains(method)) {
            return null;
        }
        if (request.body().isPresent()) {
            return new SentBody(request.body().get());
        }
        return METHODS_WITH_BODY.contains(method) ? new SentBody(Body.of("", new byte[0])) : null;
    }

    private static Headers headers(Request request) {
        Headers.Builder headers = new Headers.Builder();
        for (Header header : request.headers()) {
            if (!NAME.matcher(header.name()).matches() || controls(header.value())) {
                throw new IllegalArgumentException(header.name());
            }
            if (!FRAMING.contains(header.name().toLowerCase(Locale.ROOT))) {
                headers.addUnsafeNonAscii(header.name(), header.value());
            }
        }
        if (headers.get("User-Agent") == null) {
            headers.set("User-Agent", "Tutti");
        }
        if (headers.get("Content-Type") == null) {
            request.body()
                    .map(Body::mediaType)
                    .filter(type -> !type.isBlank())
                    .ifPresent(type -> headers.set("Content-Type", type));
        }
        return headers.build();
    }

    private static boolean controls(String text) {
        return text.chars().anyMatch(character -> character < ' ' && character != '\t');
    }
}
