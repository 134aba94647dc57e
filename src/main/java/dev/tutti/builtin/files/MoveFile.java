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

/** Gives a file another name or place. */
@Component
final class MoveFile implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.action("files:move", Effect.UPDATE)
            .disc("folder-input", FileServers.TINT)
            .needsConnection("fileServer")
            .fields(
                    Field.text("from").require().like("/upload/list.csv"),
                    Field.text("to").require().like("/done/list.csv"))
            .outputs(Output.text("path"))
            .example(Fields.of("path", Text.of("/done/list.csv")))
            .words("""
                    app = File server | Serveur de fichiers
                    name = Move or rename a file | Déplacer ou renommer un fichier
                    help = Gives a file on a file server another name or place. | Donne à un fichier d’un serveur un autre nom ou un autre emplacement.
                    keywords = sftp, ftp, rename, archive | sftp, ftp, renommer, archiver
                    field.from.label = From | De
                    field.from.help = The path of the file now. | Le chemin actuel du fichier.
                    field.to.label = To | Vers
                    field.to.help = Its new path, with the name. | Son nouveau chemin, nom compris.
                    output.path = Path | Chemin
                    """)
            .done();

    private final FileServers servers;

    MoveFile(FileServers servers) {
        this.servers = servers;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        String to = FileServers.text(input.get("to"));
        return servers.call(invocation, session -> {
            session.move(FileServers.text(input.get("from")), to);
            return Outcome.emitted(Fields.of("path", Text.of(to)));
        });
    }
}
