package dev.tutti.builtin.files;

import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.engine.Effect;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Blob;
import dev.tutti.value.Blobs;
import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.stereotype.Component;

/** Fetches a file, streamed into the store of files. */
@Component
final class DownloadFile implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.action("files:download", Effect.READ)
            .disc("download", FileServers.TINT)
            .needsConnection("fileServer")
            .fields(Field.text("path").require().like("/upload/list.csv"))
            .outputs(Output.of("file", FieldType.FILE), Output.text("name"), Output.number("size"))
            .example(Fields.of(
                    "file",
                    Blob.of("list.csv", "text/csv", new byte[0]),
                    "name",
                    Text.of("list.csv"),
                    "size",
                    Num.of(0)))
            .words("""
                    app = File server | Serveur de fichiers
                    name = Get a file | Récupérer un fichier
                    help = Fetches a file from a file server. | Récupère un fichier d’un serveur de fichiers.
                    keywords = sftp, ftp, download, get | sftp, ftp, télécharger
                    field.path.label = Path | Chemin
                    field.path.help = Where the file is on the server. | Où se trouve le fichier sur le serveur.
                    output.file = File | Fichier
                    output.name = Name | Nom
                    output.size = Size in bytes | Taille en octets
                    """)
            .done();

    private final FileServers servers;
    private final Blobs blobs;

    DownloadFile(FileServers servers, Blobs blobs) {
        this.servers = servers;
        this.blobs = blobs;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        String path = FileServers.text(input.get("path"));
        String name = path.substring(path.lastIndexOf('/') + 1);
        String type =
                MediaTypeFactory.getMediaType(name).map(MediaType::toString).orElse(Blob.BINARY);
        return servers.call(invocation, session -> {
            Blob file = session.read(path, bytes -> blobs.store(name, type, bytes));
            return Outcome.emitted(Fields.of("file", file, "name", Text.of(name), "size", Num.of(file.size())));
        });
    }
}
