package dev.tutti.builtin.email;

import dev.tutti.connector.Failures;
import dev.tutti.connector.Field;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.engine.Effect;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Text;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.UIDFolder;
import org.springframework.stereotype.Component;

/** Moves an e-mail into another folder, or marks it as read where it is. */
@Component
final class MoveEmail implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.action("email:move", Effect.UPDATE)
            .disc("folder-input", Mailboxes.TINT)
            .needsConnection("imap")
            .fields(
                    Field.text("folder").byDefault("INBOX"),
                    Field.text("id").require(),
                    Field.text("target"),
                    Field.yesNo("seen").byDefault(true))
            .outputs(Output.text("id"), Output.text("folder"))
            .example(Fields.of("id", Text.of("118"), "folder", Text.of("Done")))
            .words("""
                    name = Move an e-mail | Déplacer un e-mail
                    help = Moves an e-mail into another folder of the mailbox, or marks it as read. | Déplace un e-mail vers un autre dossier, ou le marque comme lu.
                    keywords = imap, archive, folder, read | imap, archiver, dossier, lu
                    field.folder.label = Folder | Dossier
                    field.folder.help = Where the e-mail is now. | Où se trouve l’e-mail.
                    field.id.label = Number in the folder | Numéro dans le dossier
                    field.id.help = As “Watch a mailbox” and “Search e-mails” give it. | Tel que le donnent « Surveiller une boîte aux lettres » et « Rechercher des e-mails ».
                    field.target.label = Into | Vers
                    field.target.help = The folder it goes to; it is made where it is missing. Without it, the e-mail stays. | Le dossier de destination ; il est créé s’il manque. À défaut, l’e-mail reste en place.
                    field.seen.label = Mark as read | Marquer comme lu
                    field.seen.help = Otherwise it stays as it is. | Sinon, il reste tel quel.
                    output.id = Number in the folder | Numéro dans le dossier
                    output.folder = Folder | Dossier
                    """)
            .done();

    private final Mailboxes mailboxes;

    MoveEmail(Mailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        String id = Mailboxes.text(input.get("id"));
        if (!id.matches("\\d{1,10}")) {
            return Failures.fail(invocation, Failure.Kind.BUNDLE_VALIDATION, "builtin.email.id", id);
        }
        String from = Mailboxes.text(input.get("folder"));
        String target = Mailboxes.text(input.get("target"));
        return mailboxes.in(from, true, invocation, (store, folder) -> {
            Message message = ((UIDFolder) folder).getMessageByUID(Long.parseLong(id));
            if (message == null) {
                return Failures.fail(invocation, Failure.Kind.DATA, "builtin.email.gone", id, from);
            }
            if (input.get("seen") == Bool.TRUE) {
                message.setFlag(Flags.Flag.SEEN, true);
            }
            if (!target.isEmpty()) {
                Folder into = store.getFolder(target);
                if (!into.exists()) {
                    into.create(Folder.HOLDS_MESSAGES);
                }
                folder.copyMessages(new Message[] {message}, into);
                message.setFlag(Flags.Flag.DELETED, true);
                folder.expunge();
            }
            return Outcome.emitted(
                    Fields.of("id", Text.of(id), "folder", Text.of(target.isEmpty() ? folder.getFullName() : target)));
        });
    }
}
