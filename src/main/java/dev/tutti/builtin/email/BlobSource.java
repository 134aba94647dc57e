package dev.tutti.builtin.email;

import dev.tutti.value.Blob;
import dev.tutti.value.Blobs;
import jakarta.activation.DataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A file as the mail library reads it: streamed. */
record BlobSource(Blob file, Blobs blobs) implements DataSource {

    @Override
    public InputStream getInputStream() throws IOException {
        return blobs.open(file);
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        throw new IOException("A file is not written to");
    }

    @Override
    public String getContentType() {
        return file.mediaType();
    }

    @Override
    public String getName() {
        return file.name();
    }
}
