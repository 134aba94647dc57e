package dev.tutti.builtin.email;

import dev.tutti.connection.ConnectionType;
import dev.tutti.connection.Credentials;
import dev.tutti.connection.Credentials.Imap;
import dev.tutti.connection.MailSessions;
import dev.tutti.connection.Probe;
import dev.tutti.connection.Trial;
import dev.tutti.connector.Failures;
import dev.tutti.connector.Keyring;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.outbound.ForbiddenAddress;
import dev.tutti.value.Message;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Signs in to mailboxes and opens their folders. */
@Component
final class Mailboxes implements Probe {

    static final String TINT = "#465350";

    private final Keyring keyring;
    private final MailSessions sessions;

    Mailboxes(Keyring keyring, MailSessions sessions) {
        this.keyring = keyring;
        this.sessions = sessions;
    }

    interface Work {
        Outcome with(Store store, Folder folder) throws MessagingException, IOException;
    }

    /** Opens a folder of the call's mailbox for reading, or for changes as well. */
    Outcome in(String name, boolean change, Invocation invocation, Work work) {
        Optional<Imap> server = server(invocation);
        if (server.isEmpty()) {
            return Failures.fail(invocation, Failure.Kind.INVALID_CONFIGURATION, "builtin.connection.gone");
        }
        try (Store store = sessions.open(server.get()).getStore("imap")) {
            store.connect();
            try (Folder folder = store.getFolder(name.isBlank() ? "INBOX" : name)) {
                folder.open(change ? Folder.READ_WRITE : Folder.READ_ONLY);
                return work.with(store, folder);
            }
        } catch (FolderNotFoundException missing) {
            return Failures.fail(invocation, Failure.Kind.DATA, "builtin.email.folder", name);
        } catch (MessagingException failed) {
            return new Outcome.Failed(MailFailure.reading(failed, server.get().host(), invocation));
        } catch (IOException broken) {
            return Failures.fail(
                    invocation,
                    Failure.Kind.CONNECTION,
                    "builtin.email.unreachable",
                    server.get().host());
        }
    }

    private Optional<Imap> server(Invocation invocation) {
        return keyring.open(invocation, Set.of("imap")) instanceof Keyring.Key.Ready ready
                ? ready.credentials().map(Imap.class::cast)
                : Optional.empty();
    }

    @Override
    public ConnectionType type() {
        return ConnectionType.IMAP;
    }

    @Override
    public Trial tryOut(Credentials credentials, Locale locale) {
        Imap server = (Imap) credentials;
        try (Store store = sessions.open(server).getStore("imap")) {
            store.connect();
            return new Trial(
                    true, Message.of("builtin.email.works", server.host()).in(locale));
        } catch (AuthenticationFailedException wrong) {
            return new Trial(
                    false, Message.of("builtin.email.denied", server.host()).in(locale));
        } catch (MessagingException failed) {
            for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
                if (cause instanceof ForbiddenAddress forbidden) {
                    return new Trial(false, forbidden.refusal().message(locale));
                }
            }
            return new Trial(
                    false,
                    Message.of("builtin.email.unreachable", server.host()).in(locale));
        }
    }

    static String text(Value value) {
        return value instanceof Text(String text) ? text.strip() : "";
    }
}
