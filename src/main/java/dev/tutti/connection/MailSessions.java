package dev.tutti.connection;

import dev.tutti.connection.Credentials.Imap;
import dev.tutti.connection.Credentials.Smtp;
import dev.tutti.outbound.Outbound;
import dev.tutti.outbound.Protocol;
import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import javax.net.SocketFactory;
import org.springframework.stereotype.Component;

/** Opens the way to a mail server through the guarded sockets; for sending, reading and testing a connection. */
@Component
public final class MailSessions {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final SocketFactory sending;
    private final SocketFactory reading;

    public MailSessions(Outbound outbound) {
        this.sending = outbound.guardedSockets(Protocol.MAIL);
        this.reading = outbound.guardedSockets(Protocol.MAILBOX);
    }

    /** A session that is set up (server, security, user, time limits) but has not connected yet. */
    public Session open(Smtp server) {
        Properties properties = common("smtp", server.host(), server.port(), server.security(), sending);
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.from", server.from());
        properties.put("mail.smtp.auth", Boolean.toString(server.user().isPresent()));
        return Session.getInstance(
                properties,
                new Login(server.user().orElse(""), server.password().orElse("")));
    }

    /** A session for reading a mailbox that is set up but has not connected yet. */
    public Session open(Imap server) {
        Properties properties = common("imap", server.host(), server.port(), server.security(), reading);
        properties.put("mail.store.protocol", "imap");
        // Whole messages in one piece each are faster than parts on demand, and need no open folder afterwards.
        properties.put("mail.imap.partialfetch", "false");
        return Session.getInstance(properties, new Login(server.user(), server.password()));
    }

    private static Properties common(
            String protocol, String host, int port, Smtp.Security security, SocketFactory sockets) {
        String prefix = "mail." + protocol + ".";
        Properties properties = new Properties();
        properties.put(prefix + "host", host);
        properties.put(prefix + "port", Integer.toString(port));
        properties.put(prefix + "connectiontimeout", Long.toString(CONNECT.toMillis()));
        properties.put(prefix + "timeout", Long.toString(ANSWER.toMillis()));
        properties.put(prefix + "writetimeout", Long.toString(ANSWER.toMillis()));
        // Both are plain factories: TLS is laid over the socket after it was connected.
        properties.put(prefix + "socketFactory", sockets);
        properties.put(prefix + "ssl.socketFactory", sockets);
        properties.put(prefix + "socketFactory.fallback", "false");
        properties.put(prefix + "ssl.checkserveridentity", "true");
        switch (security) {
            case NONE -> {}
            case STARTTLS -> {
                properties.put(prefix + "starttls.enable", "true");
                properties.put(prefix + "starttls.required", "true");
            }
            case TLS -> properties.put(prefix + "ssl.enable", "true");
        }
        return properties;
    }

    private static final class Login extends Authenticator {

        private final String user;
        private final String password;

        Login(String user, String password) {
            this.user = user;
            this.password = password;
        }

        @Override
        protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(user, password);
        }
    }
}
