package dev.tutti.builtin.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.builtin.ModuleBench;
import dev.tutti.builtin.Owner;
import dev.tutti.builtin.TestCall;
import dev.tutti.connection.Connection;
import dev.tutti.connection.ConnectionType;
import dev.tutti.connection.Connections;
import dev.tutti.connection.Trials;
import dev.tutti.connector.Modules;
import dev.tutti.connector.Polled;
import dev.tutti.connector.Polling;
import dev.tutti.connector.StartAt;
import dev.tutti.engine.Failure.Kind;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Blob;
import dev.tutti.value.Blobs;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The modules for file servers, against an SSH server of our own. */
@ModuleBench
class FileServersTest {

    private final Modules modules;
    private final Connections connections;
    private final Trials trials;
    private final Blobs blobs;
    private final WatchFiles watch;
    private final Owner owner;
    private final SshServer server = SshServer.setUpDefaultServer();

    @TempDir
    Path home;

    FileServersTest(
            Modules modules, Connections connections, Trials trials, Blobs blobs, WatchFiles watch, Owner owner) {
        this.modules = modules;
        this.connections = connections;
        this.trials = trials;
        this.blobs = blobs;
        this.watch = watch;
        this.owner = owner;
    }

    @BeforeEach
    void start() throws IOException {
        owner.signIn();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider());
        server.setPasswordAuthenticator((user, password, _) -> user.equals("ada") && password.equals("pa55word"));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(home));
        server.start();
        Files.createDirectory(home.resolve("upload"));
    }

    @AfterEach
    void stop() throws IOException {
        server.stop(true);
    }

    private Connection connection(String... more) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "protocol", "sftp",
                "host", "127.0.0.1",
                "port", Integer.toString(server.getPort()),
                "user", "ada",
                "password", "pa55word"));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return ((Connections.Storage.Stored) connections.create("Files", ConnectionType.FILE_SERVER, fields))
                .connection();
    }

    private Outcome run(Connection connection, String module, Object... settings) {
        Fields.Builder input = Fields.builder();
        for (int i = 0; i < settings.length; i += 2) {
            Object value = settings[i + 1];
            input.put((String) settings[i], value instanceof Value it ? it : Text.of((String) value));
        }
        return modules.call(module, 1, input.build(), TestCall.once().with(connection.id()));
    }

    private static List<Fields> bundles(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Emitted.class);
        return ((Outcome.Emitted) outcome).bundles();
    }

    private static Kind failure(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed) outcome).failure().kind();
    }

    private static Blob text(String name, String content) {
        return Blob.of(name, "text/plain", content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aFileGoesThereAndBackAndAway() throws IOException {
        Connection there = connection();
        assertThat(bundles(run(there, "files:upload", "file", text("list.csv", "a,b"), "folder", "/upload")))
                .containsExactly(Fields.of("path", Text.of("/upload/list.csv"), "size", Num.of(3)));
        assertThat(Files.readString(home.resolve("upload/list.csv"))).isEqualTo("a,b");

        Fields file = bundles(run(there, "files:download", "path", "/upload/list.csv"))
                .getFirst();
        try (InputStream bytes = blobs.open((Blob) file.get("file"))) {
            assertThat(bytes.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("a,b");
        }
        assertThat(((Blob) file.get("file")).mediaType()).isEqualTo("text/csv");

        run(there, "files:move", "from", "/upload/list.csv", "to", "/upload/done.csv");
        assertThat(bundles(run(there, "files:list", "folder", "/upload")))
                .extracting(it -> it.get("name"))
                .containsExactly(Text.of("done.csv"));
        run(there, "files:delete", "path", "/upload/done.csv");
        assertThat(bundles(run(there, "files:list", "folder", "/upload"))).isEmpty();
    }

    @Test
    void anExistingFileIsReplacedOnlyWhereThatIsWanted() throws IOException {
        Connection there = connection();
        run(there, "files:upload", "file", text("list.csv", "1"), "folder", "/upload");
        assertThat(failure(run(
                        there,
                        "files:upload",
                        "file",
                        text("list.csv", "2"),
                        "folder",
                        "/upload",
                        "overwrite",
                        Bool.FALSE)))
                .isEqualTo(Kind.DUPLICATE_DATA);
        run(there, "files:upload", "file", text("list.csv", "3"), "folder", "/upload");
        assertThat(Files.readString(home.resolve("upload/list.csv"))).isEqualTo("3");
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(failure(run(connection(), "files:download", "path", "/nothing.csv")))
                .isEqualTo(Kind.DATA);
        assertThat(failure(run(connection("password", "wrong"), "files:list"))).isEqualTo(Kind.INVALID_ACCESS_TOKEN);
        assertThat(failure(run(connection("port", "1"), "files:list"))).isEqualTo(Kind.CONNECTION);
        assertThat(failure(run(connection("host", "10.255.255.1"), "files:list")))
                .isEqualTo(Kind.INVALID_CONFIGURATION);
    }

    @Test
    void knowsItsServerByTheFingerprint() throws Exception {
        var key = server.getKeyPairProvider().loadKeys(null).iterator().next().getPublic();
        ByteArrayBuffer wire = new ByteArrayBuffer();
        wire.putRawPublicKey(key);
        String print = "SHA256:"
                + Base64.getEncoder()
                        .withoutPadding()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(wire.getCompactData()));
        assertThat(KeyUtils.getFingerPrint(key)).isEqualTo(print);
        assertThat(bundles(run(connection("fingerprint", print), "files:list", "folder", "/upload")))
                .isEmpty();
        String other = "SHA256:" + "A".repeat(43);
        assertThat(failure(run(connection("fingerprint", other), "files:list"))).isEqualTo(Kind.INVALID_CONFIGURATION);
    }

    @Test
    void triesAConnectionOut() {
        assertThat(trials.run(connection().id(), Optional.empty(), Locale.ENGLISH)
                        .orElseThrow()
                        .working())
                .isTrue();
        assertThat(trials.run(connection("password", "x").id(), Optional.empty(), Locale.ENGLISH)
                        .orElseThrow()
                        .working())
                .isFalse();
    }

    @Test
    void watchesWhatIsAdded() throws IOException {
        Connection there = connection();
        TestCall call = TestCall.once().with(there.id());
        Fields settings = Fields.of("folder", Text.of("/upload"), "limit", Num.of(10));
        Files.writeString(home.resolve("upload/old.csv"), "x");
        var start = ((Polled.Got<Optional<dev.tutti.connector.Position>>)
                        watch.start(settings, new StartAt.All(), call))
                .what();
        Polling.Batch first = ((Polled.Got<Polling.Batch>) watch.poll(settings, start, 10, call)).what();
        assertThat(first.bundles()).extracting(it -> it.get("name")).containsExactly(Text.of("old.csv"));
        Files.writeString(home.resolve("upload/new.csv"), "y");
        Polling.Batch second =
                ((Polled.Got<Polling.Batch>) watch.poll(settings, Optional.of(first.next()), 10, call)).what();
        assertThat(second.bundles()).extracting(it -> it.get("name")).containsExactly(Text.of("new.csv"));
    }
}
