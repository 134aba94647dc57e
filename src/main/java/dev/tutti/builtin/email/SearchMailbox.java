package dev.tutti.builtin.email;

import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Blobs;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Moment;
import dev.tutti.value.Num;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.BodyTerm;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.FlagTerm;
import jakarta.mail.search.FromStringTerm;
import jakarta.mail.search.ReceivedDateTerm;
import jakarta.mail.search.SearchTerm;
import jakarta.mail.search.SubjectTerm;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds e-mails in a mailbox: the newest first, one bundle each. */
@Component
final class SearchMailbox implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.search("email:search")
            .disc("mail-search", Mailboxes.TINT)
            .needsConnection("imap")
            .fields(
                    Field.text("folder").byDefault("INBOX"),
                    Field.text("from"),
                    Field.text("subject"),
                    Field.text("words"),
                    Field.of("since", FieldType.DATE),
                    Field.yesNo("unseen").byDefault(false),
                    Field.yesNo("content").byDefault(true).inAdvanced(),
                    Field.number("limit").byDefault(50).between(1, 500))
            .outputs(Received.outputs())
            .example(Received.example())
            .words("""
                    name = Search e-mails | Rechercher des e-mails
                    help = Finds e-mails in a mailbox, the newest first. | Trouve des e-mails dans une boîte, les plus récents d’abord.
                    keywords = imap, find, inbox, mail | imap, trouver, courrier
                    field.folder.label = Folder | Dossier
                    field.folder.help = INBOX is where mail arrives. | INBOX est la boîte de réception.
                    field.from.label = From | De
                    field.from.help = A part of the sender’s name or address. | Une partie du nom ou de l’adresse de l’expéditeur.
                    field.subject.label = Subject | Objet
                    field.subject.help = Words of the subject. | Des mots de l’objet.
                    field.words.label = Words | Mots
                    field.words.help = Words anywhere in the text. | Des mots n’importe où dans le texte.
                    field.since.label = Since | Depuis
                    field.since.help = Received on this day or later. | Reçus ce jour-là ou plus tard.
                    field.unseen.label = Only unread e-mails | Seulement les e-mails non lus
                    field.unseen.help = Those that somebody has read before are left out. | Ceux que quelqu’un a déjà lus sont laissés de côté.
                    field.content.label = With text and attachments | Avec texte et pièces jointes
                    field.content.help = Without them it is faster. | Sans eux, c’est plus rapide.
                    field.limit.label = At most | Au plus
                    field.limit.help = Up to 500. | Jusqu’à 500.
                    """ + ReceivedWords.LINES)
            .done();

    private final Mailboxes mailboxes;
    private final Blobs blobs;

    SearchMailbox(Mailboxes mailboxes, Blobs blobs) {
        this.mailboxes = mailboxes;
        this.blobs = blobs;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        int limit = input.get("limit") instanceof Num(var most) ? most.intValue() : 50;
        boolean content = input.get("content") != Bool.FALSE;
        return mailboxes.in(
                Mailboxes.text(input.get("folder")),
                false,
                invocation,
                (_, folder) -> new Outcome.Emitted(found(folder, terms(input), limit, content)));
    }

    private List<Fields> found(Folder folder, List<SearchTerm> terms, int limit, boolean content)
            throws MessagingException, IOException {
        Message[] all =
                terms.isEmpty() ? folder.getMessages() : folder.search(new AndTerm(terms.toArray(SearchTerm[]::new)));
        List<Fields> found = new ArrayList<>();
        for (int i = all.length - 1; i >= 0 && found.size() < limit; i--) {
            found.add(Received.bundle(all[i], ((UIDFolder) folder).getUID(all[i]), content, blobs));
        }
        return found;
    }

    private static List<SearchTerm> terms(Fields input) {
        List<SearchTerm> terms = new ArrayList<>();
        if (!Mailboxes.text(input.get("from")).isEmpty()) {
            terms.add(new FromStringTerm(Mailboxes.text(input.get("from"))));
        }
        if (!Mailboxes.text(input.get("subject")).isEmpty()) {
            terms.add(new SubjectTerm(Mailboxes.text(input.get("subject"))));
        }
        if (!Mailboxes.text(input.get("words")).isEmpty()) {
            terms.add(new BodyTerm(Mailboxes.text(input.get("words"))));
        }
        if (input.get("since") instanceof Moment(Instant since)) {
            terms.add(new ReceivedDateTerm(ComparisonTerm.GE, Date.from(since)));
        }
        if (input.get("unseen") == Bool.TRUE) {
            terms.add(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        }
        return terms;
    }
}
