package dev.tutti.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tutti.value.Blob;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBlobsTest {

    @TempDir
    Path root;

    @Test
    void whatIsStoredIsReadBackAndTheSameContentIsStoredOnce() throws IOException {
        FileBlobs blobs = new FileBlobs(root);
        byte[] content = "naïve".repeat(100_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);

        Blob one = blobs.store("a.txt", "text/plain", new ByteArrayInputStream(content));
        Blob two = blobs.store("b.txt", "text/plain", new ByteArrayInputStream(content));

        assertThat(one.size()).isEqualTo(content.length);
        assertThat(one.content()).isEqualTo(two.content());
        try (InputStream in = blobs.open(one)) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
        assertThat(blobs.bytes(two)).isEqualTo(content);
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void nothingHalfStaysWhenTheStreamBreaks() throws IOException {
        FileBlobs blobs = new FileBlobs(root);
        InputStream broken = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                left--;
                if (left < 0) {
                    throw new IOException("gone");
                }
                return 'x';
            }
        };

        assertThatThrownBy(() -> blobs.store("a", Blob.BINARY, broken)).isInstanceOf(IOException.class);

        assertThat(files()).isZero();
    }

    @Test
    void aNameThatLeadsElsewhereIsNoStoredFile() throws IOException {
        Files.writeString(root.resolve("secret"), "secret");
        FileBlobs blobs = new FileBlobs(root.resolve("blobs"));
        for (String id : new String[] {"../secret", "/etc/passwd", "", "a".repeat(63) + "/"}) {
            Blob forged = new Blob("x", Blob.BINARY, 6, new Blob.Content.Stored(id));
            assertThatThrownBy(() -> blobs.open(forged)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).count();
        }
    }
}
