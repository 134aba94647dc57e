package dev.tutti.outbound;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What a request carries. It may be read more than once, if a redirect asks for it again. */
public interface Body {

    /** The media type, such as {@code application/json; charset=utf-8}. */
    String mediaType();

    /** The length in bytes, or -1 if it is not known beforehand. */
    long length();

    /** The bytes from the beginning; the caller closes it. */
    InputStream open() throws IOException;

    /** A body that is already in memory. */
    static Body of(String mediaType, byte[] bytes) {
        return new Body() {
            @Override
            public String mediaType() {
                return mediaType;
            }

            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }
}
