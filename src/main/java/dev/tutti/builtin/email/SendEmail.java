package dev.tutti.builtin.email;

import dev.tutti.connection.Credentials;
import dev.tutti.connection.MailSessions;
import dev.tutti.connector.Failures;
import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.Keyring;
import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.engine.Effect;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Blobs;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Sends an e-mail through a mail server (SMTP). */
@Component
final class SendEmail implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.action("email:send", Effect.SEND)
            .disc("mail", "#465350")
            .needsConnection("smtp")
            .fields(
                    Field.list("to", FieldType.TEXT).require(),
                    Field.text("subject"),
                    Field.text("html").lines(),
                    Field.text("text").lines(),
                    Field.list("attachments", Field.of("file", FieldType.FILE).require(), Field.text("name")),
                    Field.list("cc", FieldType.TEXT).inAdvanced(),
                    Field.list("bcc", FieldType.TEXT).inAdvanced(),
                    Field.text("from").inAdvanced(),
                    Field.text("replyTo").inAdvanced())
            .outputs(Output.text("messageId"), Output.list("recipients", FieldType.TEXT))
            .example(Fields.of(
                    "messageId", new Text("<kq3v7x@example.com>"), "recipients", Items.of(new Text("ada@example.com"))))
            .make(MakeEquivalent.of("email:ActionSendEmail", MakeEmail::translate))
            .done();

    private final Keyring keyring;
    private final MailSessions sessions;
    private final Blobs blobs;

    SendEmail(Keyring keyring, MailSessions sessions, Blobs blobs) {
        this.keyring = keyring;
        this.sessions = sessions;
        this.blobs = blobs;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        Optional<Credentials.Smtp> server = server(invocation);
        if (server.isEmpty()) {
            return Failures.fail(invocation, Failure.Kind.INVALID_CONFIGURATION, "builtin.connection.gone");
        }
        try {
            Session session = sessions.open(server.get());
            Letter letter = new Letter(session, input, server.get(), invocation.idempotencyKey(), blobs);
            MimeMessage message = letter.write(invocation.now());
            if (message.getAllRecipients() == null) {
                return Failures.fail(invocation, Failure.Kind.BUNDLE_VALIDATION, "builtin.email.nobody");
            }
            send(session, message);
            List<Value> recipients = Arrays.stream(message.getAllRecipients())
                    .<Value>map(address -> new Text(((InternetAddress) address).getAddress()))
                    .toList();
            return Outcome.emitted(
                    Fields.of("messageId", new Text(message.getMessageID()), "recipients", new Items(recipients)));
        } catch (Letter.BadAddress bad) {
            return Failures.fail(invocation, Failure.Kind.BUNDLE_VALIDATION, "builtin.email.address", bad.address());
        } catch (MessagingException failed) {
            return new Outcome.Failed(MailFailure.of(failed, server.get(), invocation));
        }
    }

    private static void send(Session session, MimeMessage message) throws MessagingException {
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private Optional<Credentials.Smtp> server(Invocation invocation) {
        return keyring.open(invocation, Set.of("smtp")) instanceof Keyring.Key.Ready ready
                ? ready.credentials().map(Credentials.Smtp.class::cast)
                : Optional.empty();
    }
}
