package dev.tutti.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * What the other server answered, whatever the status.
 *
 * @param url where the answer came from, after redirects
 * @param body the decompressed bytes as they arrive; reading beyond the request's limit throws {@link AnswerTooLarge}
 */
public record Answer(int status, List<Header> headers, String url, InputStream body)
        implements Exchange, AutoCloseable {

    public Answer {
        headers = List.copyOf(headers);
    }

    /** The first header of this name, whatever its case. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
