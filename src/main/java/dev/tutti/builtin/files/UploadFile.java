package dev.tutti.builtin.files;

import dev.tutti.connector.Failures;
import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.engine.Effect;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Blob;
import dev.tutti.value.Blobs;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import java.io.InputStream;
import org.springframework.stereotype.Component;

/** Puts a file into a folder. It appears there whole: it is written under another name first. */
@Component
final class UploadFile implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.action("files:upload", Effect.CREATE)
            .disc("upload", FileServers.TINT)
            .needsConnection("fileServer")
            .fields(
                    Field.of("file", FieldType.FILE).require(),
                    Field.text("folder").byDefault(".").like("/upload"),
                    Field.text("name"),
                    Field.yesNo("overwrite").byDefault(true))
            .outputs(Output.text("path"), Output.number("size"))
            .example(Fields.of("path", Text.of("/upload/list.csv"), "size", Num.of(2048)))
            .words("""
                    app = File server | Serveur de fichiers
                    name = Put a file | Déposer un fichier
                    help = Puts a file into a folder of a file server. | Dépose un fichier dans un dossier d’un serveur de fichiers.
                    keywords = sftp, ftp, upload, put | sftp, ftp, envoyer, déposer
                    field.file.label = File | Fichier
                    field.file.help = A file of an earlier module, or text. | Un fichier d’un module précédent, ou du texte.
                    field.folder.label = Folder | Dossier
                    field.folder.help = Its path on the server; a point is where one arrives after signing in. | Son chemin sur le serveur ; un point désigne le dossier d’arrivée.
                    field.name.label = Name | Nom
                    field.name.help = Without it, the name the file has. | À défaut, le nom du fichier.
                    field.overwrite.label = Replace what has this name | Remplacer ce qui porte ce nom
                    field.overwrite.help = Otherwise an existing file is an error. | Sinon, un fichier existant est une erreur.
                    output.path = Path | Chemin
                    output.size = Size in bytes | Taille en octets
                    """)
            .done();

    private final FileServers servers;
    private final Blobs blobs;

    UploadFile(FileServers servers, Blobs blobs) {
        this.servers = servers;
        this.blobs = blobs;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        Blob file = (Blob) input.get("file");
        String given = FileServers.text(input.get("name"));
        String name = given.isEmpty() ? file.name() : given;
        if (name.isEmpty() || name.contains("/")) {
            return Failures.fail(invocation, Failure.Kind.BUNDLE_VALIDATION, "builtin.files.name");
        }
        String folder = FileServers.text(input.get("folder"));
        String path = FileServers.within(folder, name);
        return servers.call(invocation, session -> {
            boolean there = session.exists(path);
            if (there && input.get("overwrite") != Bool.TRUE) {
                return Failures.fail(invocation, Failure.Kind.DUPLICATE_DATA, "builtin.files.exists", path);
            }
            String part = FileServers.within(folder, "." + name + ".part");
            try (InputStream bytes = blobs.open(file)) {
                session.write(part, bytes);
            }
            if (there) {
                session.delete(path);
            }
            session.move(part, path);
            return Outcome.emitted(Fields.of("path", Text.of(path), "size", Num.of(file.size())));
        });
    }
}
