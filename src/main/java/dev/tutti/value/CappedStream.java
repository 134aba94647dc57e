package dev.tutti.value;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails once more than the allowed bytes came out of it. */
final class CappedStream extends FilterInputStream {
    private long left;

    CappedStream(InputStream in, long maxBytes) {
        super(in);
        this.left = maxBytes;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        return read < 0 ? read : spend(1, read);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        return read < 0 ? read : spend(read, read);
    }

    private int spend(int bytes, int result) throws Exceeded {
        left -= bytes;
        if (left < 0) {
            throw new Exceeded();
        }
        return result;
    }

    static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1;
    }
}
