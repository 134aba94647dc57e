package dev.tutti.builtin.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.tutti.builtin.ModuleBench;
import dev.tutti.builtin.Owner;
import dev.tutti.builtin.TestCall;
import dev.tutti.connection.ConnectionType;
import dev.tutti.connection.Connections;
import dev.tutti.connector.Modules;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Failure.Kind;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Blob;
import dev.tutti.value.Blobs;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;
import java.util.Scanner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ModuleBench
class SendEmailTest {

    private final Modules modules;
    private final Connections connections;
    private final Blobs blobs;
    private final Owner owner;
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

    SendEmailTest(Modules modules, Connections connections, Blobs blobs, Owner owner) {
        this.modules = modules;
        this.connections = connections;
        this.blobs = blobs;
        this.owner = owner;
    }

    @BeforeEach
    void start() {
        owner.signIn();
        server.start();
        server.setUser("robot@example.com", "robot", "pa55word-of-robot");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private Outcome send(TestCall call, Object... settings) {
        Fields.Builder input = Fields.builder();
        for (int i = 0; i < settings.length; i += 2) {
            Object value = settings[i + 1];
            input.put((String) settings[i], value instanceof Value it ? it : new Text((String) value));
        }
        return modules.call("email:send", 1, input.build(), call);
    }

    private String connection(int port, String... more) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "host", "127.0.0.1", "port", Integer.toString(port), "security", "none", "from", "robot@example.com"));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return ((Connections.Storage.Stored) connections.create("Mail", ConnectionType.SMTP, fields))
                .connection()
                .id()
                .toString();
    }

    private TestCall call() {
        return TestCall.once().with(connection(server.getSmtp().getPort()));
    }

    private static Failure failure(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed) outcome).failure();
    }

    @Test
    void sendsToEverybodyAndHidesWhatIsHidden() throws Exception {
        TestCall call = call();
        Outcome outcome = send(
                call,
                "to",
                Items.of(new Text("Ada <ada@example.com>"), new Text("bob@example.com, cy@example.com")),
                "cc",
                "dan@example.com",
                "bcc",
                Items.of(new Text("eve@example.com"), new Text("")),
                "replyTo",
                "desk@example.com",
                "subject",
                "Grüße\r\nBcc: evil@example.com",
                "text",
                "Bonjour à tous");
        MimeMessage[] received = server.getReceivedMessages();
        assertThat(received).hasSize(5);
        MimeMessage message = received[0];
        assertThat(message.getSubject()).isEqualTo("Grüße Bcc: evil@example.com");
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getRecipients(Message.RecipientType.TO)).hasSize(3);
        assertThat(message.getHeader("Cc", ",")).isEqualTo("dan@example.com");
        assertThat(message.getReplyTo()[0].toString()).isEqualTo("desk@example.com");
        assertThat(message.getFrom()[0].toString()).isEqualTo("robot@example.com");
        assertThat(message.getContent().toString().strip()).isEqualTo("Bonjour à tous");
        assertThat(message.getMessageID()).isEqualTo("<" + call.idempotencyKey() + "@example.com>");
        Fields bundle = ((Outcome.Emitted) outcome).bundles().getFirst();
        assertThat(bundle.get("messageId")).isEqualTo(new Text(message.getMessageID()));
        assertThat(((Items) bundle.get("recipients")).size()).isEqualTo(5);
    }

    @Test
    void sendsHtmlBesideTextAndFiles() throws Exception {
        Blob file = blobs.store("Übersicht.pdf", "application/pdf", new ByteArrayInputStream(new byte[] {1, 2, 3}));
        send(
                call(),
                "to",
                "ada@example.com",
                "html",
                "<p>é</p>",
                "text",
                "é",
                "attachments",
                Items.of(file, Fields.of("file", new Text("a;b"), "name", new Text("list.csv"))));
        MimeMultipart mixed = (MimeMultipart) server.getReceivedMessages()[0].getContent();
        assertThat(mixed.getCount()).isEqualTo(3);
        MimeMultipart both = (MimeMultipart) mixed.getBodyPart(0).getContent();
        assertThat(both.getContentType()).startsWith("multipart/alternative");
        assertThat(both.getBodyPart(0).getContent()).isEqualTo("é");
        assertThat(both.getBodyPart(1).getContentType()).startsWith("text/html");
        BodyPart attached = mixed.getBodyPart(1);
        assertThat(MimeUtility.decodeText(attached.getFileName())).isEqualTo("Übersicht.pdf");
        assertThat(attached.getInputStream().readAllBytes()).containsExactly(1, 2, 3);
        assertThat(mixed.getBodyPart(2).getFileName()).isEqualTo("list.csv");
    }

    @Test
    void namesTheAddressThatIsNone() {
        Failure failure =
                failure(send(call(), "to", Items.of(new Text("ada@example.com"), new Text("not an address"))));
        assertThat(failure.kind()).isEqualTo(Kind.BUNDLE_VALIDATION);
        assertThat(failure.message()).contains("not an address");
        assertThat(failure(send(call(), "to", Items.of(new Text("  ")))).kind()).isEqualTo(Kind.BUNDLE_VALIDATION);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void signsInAndSaysWhenThatFailsWithoutThePassword() {
        int port = server.getSmtp().getPort();
        String right = connection(port, "user", "robot", "password", "pa55word-of-robot");
        assertThat(send(TestCall.once().with(right), "to", "ada@example.com", "text", "hi"))
                .isInstanceOf(Outcome.Emitted.class);
        String wrong = connection(port, "user", "robot", "password", "wr0ng-one");
        Failure failure = failure(send(TestCall.once().with(wrong), "to", "ada@example.com", "text", "hi"));
        assertThat(failure.kind()).isEqualTo(Kind.INVALID_ACCESS_TOKEN);
        assertThat(failure.toString()).doesNotContain("wr0ng-one").doesNotContain("d3IwbmctbzN");
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void saysThatTheServerCannotBeReached() {
        int port = server.getSmtp().getPort();
        server.stop();
        assertThat(failure(send(TestCall.once().with(connection(port)), "to", "ada@example.com"))
                        .kind())
                .isEqualTo(Kind.CONNECTION);
    }

    @Test
    void neverConnectsToAForbiddenAddress() {
        String inside = connection(25, "host", "10.1.2.3");
        Failure failure = failure(send(TestCall.once().with(inside), "to", "ada@example.com"));
        assertThat(failure.kind()).isEqualTo(Kind.INVALID_CONFIGURATION);
        assertThat(failure.message()).contains("10.1.2.3");
    }

    @Test
    void tellsALaterFromANever() throws Exception {
        assertThat(refusing("450 4.2.0 mailbox busy").kind()).isEqualTo(Kind.CONNECTION);
        Failure never = refusing("550 5.1.1 no such user here");
        assertThat(never.kind()).isEqualTo(Kind.DATA);
        assertThat(never.detail().orElse("")).contains("no such user here");
    }

    @Test
    void needsAConnection() {
        Failure failure = failure(send(TestCall.once(), "to", "ada@example.com"));
        assertThat(failure.kind()).isEqualTo(Kind.INVALID_CONFIGURATION);
        assertThat(failure.message()).contains("connection");
    }

    /** A server that takes everything but the recipient. */
    private Failure refusing(String reply) throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (Socket client = socket.accept();
                        Scanner in = new Scanner(client.getInputStream());
                        PrintWriter out = new PrintWriter(client.getOutputStream(), true)) {
                    out.print("220 stub\r\n");
                    out.flush();
                    while (in.hasNextLine()) {
                        String line = in.nextLine();
                        out.print((line.startsWith("RCPT") ? reply : "250 ok") + "\r\n");
                        out.flush();
                    }
                } catch (IOException ended) {
                    // the client hung up
                }
            });
            return failure(send(TestCall.once().with(connection(socket.getLocalPort())), "to", "ada@example.com"));
        }
    }
}
