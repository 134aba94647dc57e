package dev.tutti.value;

import java.io.IOException;
import java.io.InputStream;

/** Where the bytes of files are kept. */
public interface Blobs {

    /**
     * Reads the stream to its end and keeps what it held; durable when this returns. Does not close the stream.
     *
     * @throws IOException where the stream cannot be read or the bytes cannot be kept; nothing half stays
     */
    Blob store(String name, String mediaType, InputStream in) throws IOException;

    /**
     * The bytes from the beginning, whether they are stored or inline; the caller closes the stream.
     *
     * @throws IOException where the file is gone
     */
    InputStream open(Blob blob) throws IOException;
}
