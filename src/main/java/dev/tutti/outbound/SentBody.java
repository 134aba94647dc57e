package dev.tutti.outbound;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/** Streams a body out. It is sent once at most: a call that may have had an effect is not repeated behind our back. */
final class SentBody extends RequestBody {

    private final Body body;

    SentBody(Body body) {
        this.body = body;
    }

    @Override
    public @Nullable MediaType contentType() {
        return null;
    }

    @Override
    public long contentLength() {
        return body.length();
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        try (Source source = Okio.source(body.open())) {
            sink.writeAll(source);
        }
    }
}
