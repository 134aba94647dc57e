package dev.tutti.builtin.files;

import dev.tutti.connector.Field;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Moment;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import java.time.Instant;
import java.util.Comparator;
import org.springframework.stereotype.Component;

/** Finds what is in a folder: one bundle each, by name. */
@Component
final class ListFiles implements Module {

    private static final int MOST = 10_000;

    private static final ModuleSpec SPEC = ModuleSpec.search("files:list")
            .disc(FileServers.ICON, FileServers.TINT)
            .needsConnection("fileServer")
            .fields(
                    Field.text("folder").byDefault(".").like("/upload"),
                    Field.yesNo("folders").byDefault(false),
                    Field.number("limit").byDefault(1000).between(1, MOST))
            .outputs(
                    Output.text("name"),
                    Output.text("path"),
                    Output.yesNo("folder"),
                    Output.number("size"),
                    Output.date("changed"))
            .example(bundle("/upload", new FileSession.Entry("list.csv", false, 2048, Instant.EPOCH)))
            .words("""
                    app = File server | Serveur de fichiers
                    name = List files | Lister les fichiers
                    help = Finds what is in a folder of a file server, one bundle each. | Trouve ce que contient un dossier d’un serveur de fichiers, un lot par fichier.
                    keywords = sftp, ftp, folder, directory | sftp, ftp, dossier, répertoire
                    field.folder.label = Folder | Dossier
                    field.folder.help = Its path on the server; a point is where one arrives after signing in. | Son chemin sur le serveur ; un point désigne le dossier d’arrivée.
                    field.folders.label = Folders, too | Dossiers aussi
                    field.folders.help = Otherwise only files are found. | Sinon, seuls les fichiers sont trouvés.
                    field.limit.label = At most | Au plus
                    field.limit.help = Up to 10,000. | Jusqu’à 10 000.
                    output.name = Name | Nom
                    output.path = Path | Chemin
                    output.folder = Is a folder | Est un dossier
                    output.size = Size in bytes | Taille en octets
                    output.changed = Last changed | Dernière modification
                    """)
            .done();

    private final FileServers servers;

    ListFiles(FileServers servers) {
        this.servers = servers;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        String folder = FileServers.text(input.get("folder"));
        int limit = input.get("limit") instanceof Num(var most) ? most.intValue() : MOST;
        return servers.call(
                invocation,
                session -> new Outcome.Emitted(session.list(folder).stream()
                        .filter(entry -> !entry.folder() || input.get("folders") == Bool.TRUE)
                        .sorted(Comparator.comparing(FileSession.Entry::name))
                        .limit(limit)
                        .map(entry -> bundle(folder, entry))
                        .toList()));
    }

    static Fields bundle(String folder, FileSession.Entry entry) {
        return Fields.builder()
                .put("name", Text.of(entry.name()))
                .put("path", Text.of(FileServers.within(folder, entry.name())))
                .put("folder", Bool.of(entry.folder()))
                .put("size", Num.of(entry.size()))
                .put("changed", new Moment(entry.changed()))
                .build();
    }
}
