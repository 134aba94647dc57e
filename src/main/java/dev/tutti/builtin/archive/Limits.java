package dev.tutti.builtin.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * Counts what comes out of an archive and stops where it becomes too much: altogether, or out of all proportion to what
 * went in, as in archives that are made to fill the disk.
 */
final class Limits extends FilterInputStream {

    static final int MOST_FILES = 2_000;
    static final long MOST_BYTES = 500_000_000;

    private static final long HARMLESS = 10_000_000;
    private static final long LARGEST_RATIO = 200;

    /** It is too much; ends the reading. */
    static final class Beyond extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Counts over all files of an archive. */
    static final class Tally {
        private final LongSupplier packed;
        private long unpacked;

        /** @param packed how many bytes of the archive were read so far */
        Tally(LongSupplier packed) {
            this.packed = packed;
        }

        private void add(long bytes) throws Beyond {
            unpacked += bytes;
            boolean bomb = unpacked > HARMLESS && unpacked > LARGEST_RATIO * Math.max(1, packed.getAsLong());
            if (unpacked > MOST_BYTES || bomb) {
                throw new Beyond();
            }
        }
    }

    private final Tally tally;

    Limits(InputStream in, Tally tally) {
        super(in);
        this.tally = tally;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        tally.add(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        tally.add(Math.max(0, read));
        return read;
    }

    /** The archive goes on behind the file. */
    @Override
    public void close() {}
}
