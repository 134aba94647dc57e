package dev.tutti.builtin.http;

import dev.tutti.outbound.Body;
import dev.tutti.value.Blob;
import dev.tutti.value.Blobs;
import java.io.IOException;
import java.io.InputStream;

/** A file as it is, streamed. */
record FileBody(String mediaType, Blob file, Blobs blobs) implements Body {

    @Override
    public long length() {
        return file.size();
    }

    @Override
    public InputStream open() throws IOException {
        return blobs.open(file);
    }
}
