package dev.tutti.builtin.archive;

import dev.tutti.connector.Failures;
import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Blob;
import dev.tutti.value.Blobs;
import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.springframework.http.MediaTypeFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.MimeType;

/** Takes the files out of an archive: one bundle each. Nothing is ever written to where an archive says. */
@Component
final class ExtractArchive implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.logic("archive:extract")
            .disc("archive", "#5B4B8A")
            .fields(Field.of("file", FieldType.FILE).require())
            .outputs(
                    Output.of("data", FieldType.FILE),
                    Output.text("fileName"),
                    Output.text("folder"),
                    Output.number("fileSize"))
            .example(Fields.builder()
                    .put("data", Blob.of("invoice.pdf", "application/pdf", new byte[] {'%', 'P', 'D', 'F'}))
                    .put("fileName", new Text("invoice.pdf"))
                    .put("folder", new Text("2026/november"))
                    .put("fileSize", Num.of(4))
                    .build())
            .done();

    private final Blobs blobs;

    ExtractArchive(Blobs blobs) {
        this.blobs = blobs;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        Blob archive = (Blob) input.get("file");
        long[] packed = {0};
        try (InputStream counted = new Counted(blobs.open(archive), packed);
                ArchiveInputStream<? extends ArchiveEntry> files = open(new BufferedInputStream(counted))) {
            Optional<List<Fields>> all = extract(files, new Limits.Tally(() -> packed[0]));
            return all.<Outcome>map(Outcome.Emitted::new)
                    .orElseGet(() -> Failures.fail(
                            invocation, Failure.Kind.MAX_RESULTS_EXCEEDED, "builtin.archive.many", Limits.MOST_FILES));
        } catch (Limits.Beyond bomb) {
            return Failures.fail(
                    invocation,
                    Failure.Kind.MAX_FILE_SIZE_EXCEEDED,
                    "builtin.archive.bomb",
                    Limits.MOST_BYTES / 1_000_000);
        } catch (IOException | IllegalArgumentException damaged) {
            return Failures.fail(invocation, Failure.Kind.DATA, "builtin.archive.damaged");
        }
    }

    /** Told by its first bytes, whatever its name says. */
    private static ArchiveInputStream<? extends ArchiveEntry> open(BufferedInputStream in) throws IOException {
        in.mark(4);
        byte[] first = in.readNBytes(4);
        in.reset();
        boolean gzip = first.length > 1 && first[0] == (byte) 0x1F && first[1] == (byte) 0x8B;
        boolean zip = first.length > 1 && first[0] == 'P' && first[1] == 'K';
        return zip
                ? new ZipArchiveInputStream(in, "UTF-8", true, true)
                : new TarArchiveInputStream(gzip ? new GzipCompressorInputStream(in) : in);
    }

    private Optional<List<Fields>> extract(ArchiveInputStream<? extends ArchiveEntry> files, Limits.Tally tally)
            throws IOException {
        List<Fields> found = new ArrayList<>();
        boolean any = false;
        for (ArchiveEntry entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
            any = true;
            if (entry.isDirectory()) {
                continue;
            }
            if (found.size() == Limits.MOST_FILES) {
                return Optional.empty();
            }
            if (!files.canReadEntryData(entry)) {
                throw new IOException("encrypted, or packed in a way that we do not know");
            }
            EntryName name = EntryName.of(entry.getName());
            String type = MediaTypeFactory.getMediaType(name.file())
                    .map(MimeType::toString)
                    .orElse(Blob.BINARY);
            Blob file = blobs.store(name.file(), type, new Limits(files, tally));
            found.add(Fields.builder()
                    .put("data", file)
                    .put("fileName", Text.of(name.file()))
                    .put("folder", Text.of(name.folder()))
                    .put("fileSize", Num.of(file.size()))
                    .build());
        }
        if (!any && !(files instanceof ZipArchiveInputStream)) {
            throw new IOException("no archive");
        }
        return Optional.of(found);
    }
}
