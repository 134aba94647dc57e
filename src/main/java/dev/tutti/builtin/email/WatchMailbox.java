package dev.tutti.builtin.email;

import dev.tutti.connector.Cursor;
import dev.tutti.connector.Field;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Polled;
import dev.tutti.connector.PolledList;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Blobs;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Moment;
import dev.tutti.value.Text;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Starts a scenario with each e-mail that arrives in a folder of a mailbox. */
@Component
final class WatchMailbox implements PolledList {

    private static final ModuleSpec SPEC = ModuleSpec.trigger("email:watch")
            .disc("inbox", Mailboxes.TINT)
            .needsConnection("imap")
            .fields(
                    Field.text("folder").byDefault("INBOX").unmapped(),
                    Field.yesNo("unseen").byDefault(false).unmapped(),
                    Field.number("limit").byDefault(10).between(1, 200).unmapped())
            .outputs(Received.outputs())
            .example(Received.example())
            .words("""
                    name = Watch a mailbox | Surveiller une boîte aux lettres
                    help = Starts with each e-mail that arrives. | Démarre avec chaque e-mail reçu.
                    keywords = imap, inbox, mail, receive, trigger | imap, courrier, réception, déclencheur
                    field.folder.label = Folder | Dossier
                    field.folder.help = INBOX is where mail arrives. | INBOX est la boîte de réception.
                    field.unseen.label = Only unread e-mails | Seulement les e-mails non lus
                    field.unseen.help = Those that somebody has read before are left out. | Ceux que quelqu’un a déjà lus sont laissés de côté.
                    field.limit.label = Most e-mails at a time | E-mails au plus par cycle
                    field.limit.help = What is left over comes the next time. | Le reste vient la fois suivante.
                    """ + ReceivedWords.LINES)
            .done();

    private final Mailboxes mailboxes;
    private final Blobs blobs;

    WatchMailbox(Mailboxes mailboxes, Blobs blobs) {
        this.mailboxes = mailboxes;
        this.blobs = blobs;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Cursor cursor() {
        return Cursor.byId();
    }

    @Override
    public Polled<List<Item>> list(Fields values, Query query, Invocation invocation) {
        boolean unseen = values.get("unseen") == Bool.TRUE;
        Outcome outcome = mailboxes.in(
                Mailboxes.text(values.get("folder")),
                false,
                invocation,
                (_, folder) -> new Outcome.Emitted(found(folder, query, unseen)));
        return switch (outcome) {
            case Outcome.Emitted(List<Fields> mails) ->
                new Polled.Got<>(mails.stream().map(WatchMailbox::item).toList());
            case Outcome.Failed(var failure) -> new Polled.Failed<>(failure);
            case Outcome.Suspended _ -> throw new IllegalStateException("A question does not wait");
        };
    }

    /** Who only chooses where to start needs no contents. */
    private List<Fields> found(Folder folder, Query query, boolean unseen) throws MessagingException, IOException {
        UIDFolder numbers = (UIDFolder) folder;
        long after = query.afterId().map(WatchMailbox::number).orElse(0L);
        int last = folder.getMessageCount();
        Message[] messages = query.newest()
                ? folder.getMessages(Math.max(1, last - query.limit() + 1), last)
                : numbers.getMessagesByUID(after + 1, UIDFolder.LASTUID);
        List<Fields> found = new ArrayList<>();
        for (Message message : last == 0 ? new Message[0] : messages) {
            // The last message is given even where its number is lower than what was asked for.
            if (message != null
                    && found.size() < query.limit()
                    && numbers.getUID(message) > after
                    && !(unseen && message.isSet(Flags.Flag.SEEN))) {
                found.add(Received.bundle(message, numbers.getUID(message), !query.newest(), blobs));
            }
        }
        return found;
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException foreign) {
            return 0;
        }
    }

    private static Item item(Fields mail) {
        Optional<Instant> date =
                mail.get("date") instanceof Moment(Instant instant) ? Optional.of(instant) : Optional.empty();
        String id = mail.get("id") instanceof Text(String text) ? text : "";
        return new Item(id, date, mail.get("subject") instanceof Text(String subject) ? subject : id, mail);
    }
}
