package dev.tutti.builtin.files;

import dev.tutti.connector.Field;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.engine.Effect;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Fields;
import dev.tutti.value.Text;
import org.springframework.stereotype.Component;

/** Deletes a file. */
@Component
final class DeleteFile implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.action("files:delete", Effect.DELETE)
            .disc("trash-2", FileServers.TINT)
            .needsConnection("fileServer")
            .fields(Field.text("path").require().like("/done/list.csv"))
            .outputs(Output.text("path"))
            .example(Fields.of("path", Text.of("/done/list.csv")))
            .words("""
                    app = File server | Serveur de fichiers
                    name = Delete a file | Supprimer un fichier
                    help = Deletes a file from a file server for good. | Supprime définitivement un fichier d’un serveur de fichiers.
                    keywords = sftp, ftp, remove | sftp, ftp, effacer
                    field.path.label = Path | Chemin
                    field.path.help = Where the file is on the server. | Où se trouve le fichier sur le serveur.
                    output.path = Path | Chemin
                    """)
            .done();

    private final FileServers servers;

    DeleteFile(FileServers servers) {
        this.servers = servers;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        String path = FileServers.text(input.get("path"));
        return servers.call(invocation, session -> {
            session.delete(path);
            return Outcome.emitted(Fields.of("path", Text.of(path)));
        });
    }
}
