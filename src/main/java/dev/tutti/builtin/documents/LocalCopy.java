package dev.tutti.builtin.documents;

import dev.tutti.value.Blob;
import dev.tutti.value.Blobs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file where libraries can jump about in it, for as long as they do. */
record LocalCopy(Path path) implements AutoCloseable {

    static LocalCopy of(Blob file, Blobs blobs) throws IOException {
        Path path = Files.createTempFile("tutti-", ".part");
        LocalCopy copy = new LocalCopy(path);
        try (InputStream bytes = blobs.open(file)) {
            Files.copy(bytes, path, StandardCopyOption.REPLACE_EXISTING);
            return copy;
        } catch (IOException failed) {
            copy.close();
            throw failed;
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
