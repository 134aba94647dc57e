package dev.tutti.builtin.archive;

import dev.tutti.builtin.flow.Aggregation;
import dev.tutti.connector.Failures;
import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.Kind;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.connector.Structural;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Blob;
import dev.tutti.value.Blobs;
import dev.tutti.value.Coercion;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;

/** Packs the files of bundles into one ZIP file. The same files always make the same archive. */
@Component
final class CreateArchive implements Module {

    /** So that an archive does not depend on when it was made; the oldest date that ZIP knows. */
    private static final FileTime ALWAYS = FileTime.from(Instant.parse("1980-01-01T12:00:00Z"));

    private static final ModuleSpec SPEC = ModuleSpec.structural(
                    "archive:create", Kind.AGGREGATOR, Structural.MADE_AGGREGATOR)
            .disc("archive", "#5B4B8A")
            .fields(Aggregation.fields(
                    Field.text("archiveName").byDefault("archive.zip"),
                    Field.of("fields", FieldType.COLLECTION)
                            .parts(
                                    Field.text("fileName"),
                                    Field.of("data", FieldType.ANY).require())))
            .outputs(
                    Output.of("data", FieldType.FILE),
                    Output.text("fileName"),
                    Output.number("fileSize"),
                    Output.any("__IMTKEY__"))
            .example(Fields.of(
                    "data",
                    Blob.of("archive.zip", "application/zip", new byte[] {'P', 'K'}),
                    "fileName",
                    new Text("archive.zip"),
                    "fileSize",
                    Num.of(2)))
            .done();

    private final Blobs blobs;

    CreateArchive(Blobs blobs) {
        this.blobs = blobs;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        List<Value> items = ((Items) input.get("items")).items();
        if (items.size() > Limits.MOST_FILES) {
            return Failures.fail(
                    invocation, Failure.Kind.MAX_RESULTS_EXCEEDED, "builtin.archive.many", Limits.MOST_FILES);
        }
        for (Value item : items) {
            if (!(item instanceof Fields fields)
                    || Coercion.toBlob(fields.get("data"), invocation.zone())
                            .accepted()
                            .isEmpty()) {
                return Failures.fail(invocation, Failure.Kind.BUNDLE_VALIDATION, "builtin.archive.data");
            }
        }
        String name = input.get("archiveName") instanceof Text(String chosen) && !chosen.isBlank()
                ? EntryName.of(chosen).file()
                : "archive.zip";
        Blob archive = store(name, items, invocation);
        return Outcome.emitted(
                Fields.of("data", archive, "fileName", Text.of(archive.name()), "fileSize", Num.of(archive.size())));
    }

    /** Packs while it is stored, so that no archive is ever held in memory. */
    private Blob store(String name, List<Value> items, Invocation invocation) {
        try (PipedInputStream in = new PipedInputStream(64 * 1024)) {
            PipedOutputStream out = new PipedOutputStream(in);
            IOException[] broken = new IOException[1];
            Thread packing = Thread.ofVirtual().start(() -> {
                try (out) {
                    pack(items, out, invocation);
                } catch (IOException failed) {
                    broken[0] = failed;
                }
            });
            Blob archive = blobs.store(name, "application/zip", in);
            packing.join();
            if (broken[0] != null) {
                throw broken[0];
            }
            return archive;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while packing", stopped);
        }
    }

    private void pack(List<Value> items, OutputStream out, Invocation invocation) throws IOException {
        Set<String> taken = new HashSet<>();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Value item : items) {
                Blob file = (Blob) Coercion.toBlob(((Fields) item).get("data"), invocation.zone())
                        .accepted()
                        .orElseThrow();
                String wanted = ((Fields) item).get("fileName") instanceof Text(String chosen) && !chosen.isBlank()
                        ? chosen
                        : file.name();
                ZipEntry entry = new ZipEntry(unique(EntryName.of(wanted).path(), taken));
                entry.setLastModifiedTime(ALWAYS);
                zip.putNextEntry(entry);
                try (InputStream in = blobs.open(file)) {
                    in.transferTo(zip);
                }
                zip.closeEntry();
            }
        }
    }

    private static String unique(String path, Set<String> taken) {
        int dot = path.lastIndexOf('.');
        int end = dot > path.lastIndexOf('/') + 1 ? dot : path.length();
        String unique = path;
        for (int again = 2; !taken.add(unique); again++) {
            unique = path.substring(0, end) + "-" + again + path.substring(end);
        }
        return unique;
    }
}
