package dev.tutti.builtin.files;

import dev.tutti.connector.Cursor;
import dev.tutti.connector.Field;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.connector.Polled;
import dev.tutti.connector.PolledList;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Moment;
import dev.tutti.value.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Starts a scenario with the files that were added to a folder or changed there. */
@Component
final class WatchFiles implements PolledList {

    private static final ModuleSpec SPEC = ModuleSpec.trigger("files:watch")
            .disc(FileServers.ICON, FileServers.TINT)
            .needsConnection("fileServer")
            .fields(
                    Field.text("folder").byDefault(".").unmapped().like("/upload"),
                    Field.number("limit").byDefault(10).between(1, 1_000).unmapped())
            .outputs(
                    Output.text("name"),
                    Output.text("path"),
                    Output.yesNo("folder"),
                    Output.number("size"),
                    Output.date("changed"))
            .example(ListFiles.bundle("/upload", new FileSession.Entry("list.csv", false, 2048, Instant.EPOCH)))
            .words("""
                    app = File server | Serveur de fichiers
                    name = Watch files | Surveiller les fichiers
                    help = Starts with each file that is new in a folder or was changed. | Démarre avec chaque fichier nouveau ou modifié d’un dossier.
                    keywords = sftp, ftp, new, trigger | sftp, ftp, nouveau, déclencheur
                    field.folder.label = Folder | Dossier
                    field.folder.help = Its path on the server; a point is where one arrives after signing in. | Son chemin sur le serveur ; un point désigne le dossier d’arrivée.
                    field.limit.label = Most files at a time | Fichiers au plus par cycle
                    field.limit.help = What is left over comes the next time. | Le reste vient la fois suivante.
                    output.name = Name | Nom
                    output.path = Path | Chemin
                    output.folder = Is a folder | Est un dossier
                    output.size = Size in bytes | Taille en octets
                    output.changed = Last changed | Dernière modification
                    """)
            .done();

    private final FileServers servers;

    WatchFiles(FileServers servers) {
        this.servers = servers;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Cursor cursor() {
        return Cursor.byDate();
    }

    @Override
    public Polled<List<Item>> list(Fields values, Query query, Invocation invocation) {
        String folder = FileServers.text(values.get("folder"));
        Outcome outcome = servers.call(
                invocation,
                session -> new Outcome.Emitted(session.list(folder).stream()
                        .map(entry -> ListFiles.bundle(folder, entry))
                        .toList()));
        return switch (outcome) {
            case Outcome.Emitted(List<Fields> files) ->
                new Polled.Got<>(files.stream()
                        .filter(file -> file.get("folder") != Bool.TRUE)
                        .map(WatchFiles::item)
                        .toList());
            case Outcome.Failed(var failure) -> new Polled.Failed<>(failure);
            case Outcome.Suspended _ -> throw new IllegalStateException("A question does not wait");
        };
    }

    private static Item item(Fields file) {
        String name = file.get("name") instanceof Text(String text) ? text : "";
        Optional<Instant> changed =
                file.get("changed") instanceof Moment(Instant instant) ? Optional.of(instant) : Optional.empty();
        return new Item(name, changed, name, file);
    }
}
