package dev.tutti.builtin.http;

import dev.tutti.outbound.Body;
import dev.tutti.value.Blob;
import dev.tutti.value.Blobs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** multipart/form-data (RFC 7578), streamed: a file is opened when the one before it has been sent. */
final class MultipartBody implements Body {

    private final String boundary;
    private final Blobs blobs;
    private final List<Blob> parts = new ArrayList<>();

    MultipartBody(String boundary, Blobs blobs) {
        this.boundary = boundary;
        this.blobs = blobs;
    }

    void text(String name, String value) {
        piece("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + escape(name) + "\"\r\n\r\n" + value
                + "\r\n");
    }

    void file(String name, String fileName, Blob file) {
        piece("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + escape(name) + "\"; filename=\""
                + escape(fileName.isEmpty() ? "file" : fileName) + "\"\r\nContent-Type: "
                + file.mediaType().replaceAll("\\p{Cntrl}", "") + "\r\n\r\n");
        parts.add(file);
        piece("\r\n");
    }

    @Override
    public String mediaType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    @Override
    public long length() {
        return parts.stream().mapToLong(Blob::size).sum() + end().size();
    }

    @Override
    public InputStream open() throws IOException {
        List<InputStream> streams = new ArrayList<>();
        for (Blob part : parts) {
            streams.add(new Opening(part));
        }
        streams.add(new Opening(end()));
        return new SequenceInputStream(Collections.enumeration(streams));
    }

    private Blob end() {
        return inline("--" + boundary + "--\r\n");
    }

    private void piece(String text) {
        parts.add(inline(text));
    }

    private static Blob inline(String text) {
        return Blob.of("", Blob.BINARY, RequestBody.bytes(text));
    }

    /** As browsers do: RFC 7578 leaves it open, and the WHATWG's HTML standard closes it. */
    private static String escape(String name) {
        return name.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
    }

    /** Opens its part at the first byte asked for. */
    private final class Opening extends InputStream {

        private final Blob part;
        private @Nullable InputStream stream;

        Opening(Blob part) {
            this.part = part;
        }

        @Override
        public int read() throws IOException {
            return stream().read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            return stream().read(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            if (stream != null) {
                stream.close();
            }
        }

        private InputStream stream() throws IOException {
            if (stream == null) {
                stream = part.content() instanceof Blob.Content.Inline(byte[] bytes)
                        ? new ByteArrayInputStream(bytes)
                        : blobs.open(part);
            }
            return stream;
        }
    }
}
