package dev.tutti.builtin.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.builtin.Asked;
import dev.tutti.builtin.ModuleBench;
import dev.tutti.connector.Modules;
import dev.tutti.engine.Failure;
import dev.tutti.value.Blob;
import dev.tutti.value.Blobs;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;

@ModuleBench
class ArchiveModulesTest {

    private final Asked create;
    private final Asked extract;
    private final Blobs blobs;

    ArchiveModulesTest(Modules modules, Blobs blobs) {
        create = new Asked(modules, "archive:create");
        extract = new Asked(modules, "archive:extract");
        this.blobs = blobs;
    }

    private static Fields file(String name, Object data) {
        return Fields.of(
                "fileName", new Text(name), "data", data instanceof Blob blob ? blob : new Text((String) data));
    }

    private String content(Fields bundle) throws Exception {
        try (InputStream in = blobs.open((Blob) bundle.get("data"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Blob zip(String name, byte[] content) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return Blob.of("a.zip", "application/zip", bytes.toByteArray());
    }

    @Test
    void takesOutWhatItPacked() throws Exception {
        Items files = Items.of(file("docs/a.txt", "first"), file("a.txt", "second"), file("a.txt", "third"));
        Fields archive = create.bundle("items", files, "archiveName", "all.zip");
        assertThat(archive.get("fileName")).isEqualTo(new Text("all.zip"));
        List<Fields> found = extract.bundles("file", archive.get("data"));
        assertThat(found)
                .extracting(bundle -> bundle.get("folder"), bundle -> bundle.get("fileName"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(new Text("docs"), new Text("a.txt")),
                        org.assertj.core.groups.Tuple.tuple(Text.EMPTY, new Text("a.txt")),
                        org.assertj.core.groups.Tuple.tuple(Text.EMPTY, new Text("a-2.txt")));
        assertThat(content(found.get(2))).isEqualTo("third");
        assertThat(found.getFirst().get("fileSize")).isEqualTo(Num.of(5));
        assertThat(((Blob) archive.get("data")).size())
                .as("the same files make the same archive")
                .isEqualTo(((Blob) create.bundle("items", files).get("data")).size());
        assertThat(create.failure("items", Items.of(Fields.EMPTY)).kind()).isEqualTo(Failure.Kind.BUNDLE_VALIDATION);
    }

    @Test
    void readsTarToo() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            TarArchiveEntry entry = new TarArchiveEntry("x/y.txt");
            entry.setSize(2);
            tar.putArchiveEntry(entry);
            tar.write("hi".getBytes(StandardCharsets.UTF_8));
            tar.closeArchiveEntry();
        }
        assertThat(content(extract.bundle("file", Blob.of("a.tgz", Blob.BINARY, bytes.toByteArray()))))
                .isEqualTo("hi");
    }

    @Test
    void aNameNeverLeadsOutOfTheArchive() throws Exception {
        for (String name : List.of("../../etc/passwd", "/etc/passwd", "..\\..\\etc\\passwd", "C:\\etc\\passwd")) {
            Fields found = extract.bundle("file", zip(name, new byte[] {1}));
            assertThat(found.get("fileName")).isEqualTo(new Text("passwd"));
            assertThat(found.get("folder")).isEqualTo(new Text("etc"));
        }
        assertThat(extract.text("fileName", "file", zip("..", new byte[] {1}))).isEqualTo("file");
    }

    @Test
    void aBombIsNotUnpacked() throws Exception {
        Failure bomb = extract.failure("file", zip("zeros", new byte[60_000_000]));
        assertThat(bomb.kind()).isEqualTo(Failure.Kind.MAX_FILE_SIZE_EXCEEDED);
        assertThat(bomb.message()).contains("too much");
    }

    @Test
    void whatIsNoArchiveIsSaidToBeNone() throws Exception {
        assertThat(extract.failure("file", "just a text").kind()).isEqualTo(Failure.Kind.DATA);
        byte[] half =
                ((Blob.Content.Inline) zip("a", "x".repeat(10_000).getBytes()).content()).bytes();
        assertThat(extract.failure("file", Blob.of("a.zip", Blob.BINARY, java.util.Arrays.copyOf(half, 60)))
                        .kind())
                .isEqualTo(Failure.Kind.DATA);
    }
}
