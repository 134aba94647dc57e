package dev.tutti.builtin.files;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;

/** Signed in to a file server. Paths are the server's own, with slashes. */
interface FileSession extends AutoCloseable {

    /** One thing in a folder. */
    record Entry(String name, boolean folder, long size, Instant changed) {}

    /** What is missing, or may not be touched, in the server's words. */
    final class Denied extends IOException {

        private static final long serialVersionUID = 1L;

        Denied(String said) {
            super(said);
        }
    }

    interface Reader<T> {
        T read(InputStream bytes) throws IOException;
    }

    List<Entry> list(String folder) throws IOException;

    <T> T read(String path, Reader<T> reader) throws IOException;

    void write(String path, InputStream bytes) throws IOException;

    boolean exists(String path) throws IOException;

    void delete(String path) throws IOException;

    void move(String from, String to) throws IOException;

    @Override
    void close();
}
