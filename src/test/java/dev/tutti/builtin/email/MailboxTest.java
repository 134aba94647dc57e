package dev.tutti.builtin.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
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
import dev.tutti.connector.Position;
import dev.tutti.engine.Failure.Kind;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Blob;
import dev.tutti.value.Blobs;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The modules for mailboxes, against a mail server of our own. */
@ModuleBench
class MailboxTest {

    private final Modules modules;
    private final Connections connections;
    private final Trials trials;
    private final Blobs blobs;
    private final WatchMailbox watch;
    private final Owner owner;
    private final GreenMail server = new GreenMail(
            new ServerSetup[] {new ServerSetup(0, "127.0.0.1", "smtp"), new ServerSetup(0, "127.0.0.1", "imap")});

    MailboxTest(Modules modules, Connections connections, Trials trials, Blobs blobs, WatchMailbox watch, Owner owner) {
        this.modules = modules;
        this.connections = connections;
        this.trials = trials;
        this.blobs = blobs;
        this.watch = watch;
        this.owner = owner;
    }

    @BeforeEach
    void start() {
        owner.signIn();
        server.start();
        server.setUser("office@example.com", "office", "pa55word");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private Connection connection(String... more) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "host", "127.0.0.1",
                "port", Integer.toString(server.getImap().getPort()),
                "security", "none",
                "user", "office",
                "password", "pa55word"));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return ((Connections.Storage.Stored) connections.create("Mailbox", ConnectionType.IMAP, fields)).connection();
    }

    private void receive(String subject) {
        GreenMailUtil.sendTextEmail(
                "office@example.com",
                "ada@example.com",
                subject,
                "Text of " + subject,
                server.getSmtp().getServerSetup());
    }

    private void receiveFile() throws Exception {
        MimeMessage message = new MimeMessage(server.getSmtp().createSession());
        message.setFrom("ada@example.com");
        message.setRecipients(jakarta.mail.Message.RecipientType.TO, "office@example.com");
        message.setSubject("Invoice");
        MimeBodyPart words = new MimeBodyPart();
        words.setContent("<p>See <b>attached</b></p>", "text/html; charset=utf-8");
        MimeBodyPart file = new MimeBodyPart();
        file.setContent("a;b", "text/csv");
        file.setFileName("../../etc/list.csv");
        file.setDisposition(MimeBodyPart.ATTACHMENT);
        message.setContent(new MimeMultipart(words, file));
        GreenMailUtil.sendMimeMessage(message);
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

    private static List<Value> subjects(List<Fields> mails) {
        return mails.stream().map(mail -> mail.get("subject")).toList();
    }

    @Test
    void watchesWhatArrives() {
        receive("one");
        receive("two");
        Connection there = connection();
        Polling.Batch first = poll(there, Optional.empty());
        assertThat(subjects(first.bundles())).containsExactly(Text.of("one"), Text.of("two"));
        assertThat(first.bundles().getFirst().get("text")).isEqualTo(Text.of("Text of one"));
        assertThat(poll(there, Optional.of(first.next())).bundles()).isEmpty();
        receive("three");
        assertThat(subjects(poll(there, Optional.of(first.next())).bundles())).containsExactly(Text.of("three"));
    }

    private Polling.Batch poll(Connection connection, Optional<Position> since) {
        Fields settings = Fields.of("folder", Text.of("INBOX"), "unseen", Bool.FALSE, "limit", Num.of(10));
        Polled<Polling.Batch> polled =
                watch.poll(settings, since, 10, TestCall.once().with(connection.id()));
        return ((Polled.Got<Polling.Batch>) polled).what();
    }

    @Test
    void findsMovesAndMarks() {
        receive("Order 7");
        receive("Something else");
        Connection there = connection();
        Fields order = bundles(run(there, "email:search", "subject", "order")).getFirst();
        assertThat(order.get("subject")).isEqualTo(Text.of("Order 7"));
        assertThat(((Fields) order.get("from")).get("address")).isEqualTo(Text.of("ada@example.com"));

        run(there, "email:move", "id", order.get("id"), "target", "Done");
        assertThat(subjects(bundles(run(there, "email:search")))).containsExactly(Text.of("Something else"));
        assertThat(bundles(run(there, "email:search", "folder", "Done"))
                        .getFirst()
                        .get("seen"))
                .isEqualTo(Bool.TRUE);
        assertThat(failure(run(there, "email:move", "id", "4711"))).isEqualTo(Kind.DATA);
        assertThat(failure(run(there, "email:move", "id", "x"))).isEqualTo(Kind.BUNDLE_VALIDATION);
    }

    @Test
    void attachmentsAreFilesWithoutFolders() throws Exception {
        receiveFile();
        Fields mail = bundles(run(connection(), "email:search")).getFirst();
        assertThat(mail.get("html")).isEqualTo(Text.of("<p>See <b>attached</b></p>"));
        Fields file = bundles(modules.call(
                        "email:attachments", 1, Fields.of("attachments", mail.get("attachments")), TestCall.once()))
                .getFirst();
        assertThat(file.get("name")).isEqualTo(Text.of("list.csv"));
        try (InputStream bytes = blobs.open((Blob) file.get("file"))) {
            assertThat(bytes.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("a;b");
        }
        assertThat(((Items) mail.get("attachments")).items()).hasSize(1);
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(failure(run(connection("password", "wrong"), "email:search")))
                .isEqualTo(Kind.INVALID_ACCESS_TOKEN);
        assertThat(failure(run(connection("port", "1"), "email:search"))).isEqualTo(Kind.CONNECTION);
        assertThat(failure(run(connection(), "email:search", "folder", "Nowhere")))
                .isEqualTo(Kind.DATA);
        assertThat(failure(run(connection("host", "10.255.255.1"), "email:search")))
                .isEqualTo(Kind.INVALID_CONFIGURATION);
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
}
