package dev.tutti.outbound;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Response;

/** Where a redirect leads and what goes along (RFC 9110 §15.4, in the way browsers read it). */
final class Redirect {

    static final int MOST = 5;

    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);
    private static final Set<String> PROOFS = Set.of("authorization", "cookie", "proxy-authorization");

    private Redirect() {}

    /** The address it leads to as the server wrote it, made absolute; empty if this answer is no redirect. */
    static Optional<String> target(Response response) {
        String location = response.header("Location");
        if (location == null || !STATUSES.contains(response.code())) {
            return Optional.empty();
        }
        HttpUrl resolved = response.request().url().resolve(location);
        return Optional.of(resolved == null ? location : resolved.toString());
    }

    /** The next request. A body goes along only where the status says so, proofs only to the same origin. */
    static Request next(Request last, Response response, HttpUrl to) {
        boolean keepsBody = response.code() == 307 || response.code() == 308;
        boolean becomesGet = !keepsBody
                && !last.method().equals("HEAD")
                && (response.code() == 303 || last.method().equals("POST"));
        boolean sameOrigin = origin(response.request().url()).equals(origin(to));
        List<Header> headers = last.headers().stream()
                .filter(header -> sameOrigin || !proof(header))
                .filter(header -> !becomesGet || !about(header, "content-"))
                .filter(header -> sameOrigin || !about(header, "host"))
                .toList();
        return new Request(
                becomesGet ? "GET" : last.method(),
                to.toString(),
                headers,
                becomesGet ? Optional.empty() : last.body(),
                last.timeout(),
                true,
                last.maxBytes());
    }

    private static boolean proof(Header header) {
        return header.secret() || PROOFS.contains(header.name().toLowerCase(Locale.ROOT));
    }

    private static boolean about(Header header, String beginning) {
        return header.name().toLowerCase(Locale.ROOT).startsWith(beginning);
    }

    private static String origin(HttpUrl url) {
        return url.scheme() + "://" + url.host() + ":" + url.port();
    }
}
