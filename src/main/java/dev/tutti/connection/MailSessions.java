package dev.tutti.connection;

import jakarta.mail.Session;
import org.springframework.stereotype.Component;

/** Opens the way to a mail server through the guarded sockets; for sending and for testing a connection. */
@Component
public final class MailSessions {

    /** A session that is set up (server, security, user, time limits) but has not connected yet. */
    public Session open(Credentials.Smtp server) {
        throw new UnsupportedOperationException();
    }
}
