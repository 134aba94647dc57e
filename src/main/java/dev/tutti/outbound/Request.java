package dev.tutti.outbound;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What to ask of another server.
 *
 * @param timeout how long the whole exchange may take, redirects and reading the answer included
 * @param followRedirects whether up to five redirects are followed; each is checked like the first address
 * @param maxBytes how many bytes of the answer may be read, counted after decompression
 */
public record Request(
        String method,
        String url,
        List<Header> headers,
        Optional<Body> body,
        Duration timeout,
        boolean followRedirects,
        long maxBytes) {

    /** 40 seconds, as modules allow a server by default. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(40);

    /** 100 MB. */
    public static final long DEFAULT_MAX_BYTES = 100L * 1024 * 1024;

    public Request {
        headers = List.copyOf(headers);
    }

    /** A plain GET with the defaults. */
    public static Request get(String url) {
        return new Request("GET", url, List.of(), Optional.empty(), DEFAULT_TIMEOUT, true, DEFAULT_MAX_BYTES);
    }
}
