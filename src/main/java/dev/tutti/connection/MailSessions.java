package dev.tutti.connection;

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

/** Opens the way to a mail server through the guarded sockets; for sending and for testing a connection. */
@Component
public final class MailSessions {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final SocketFactory sockets;

    public MailSessions(Outbound outbound) {
        this.sockets = outbound.guardedSockets(Protocol.MAIL);
    }

    /** A session that is set up (server, security, user, time limits) but has not connected yet. */
    public Session open(Smtp server) {
        Properties properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", server.host());
        properties.put("mail.smtp.port", Integer.toString(server.port()));
        properties.put("mail.smtp.from", server.from());
        properties.put("mail.smtp.connectiontimeout", Long.toString(CONNECT.toMillis()));
        properties.put("mail.smtp.timeout", Long.toString(ANSWER.toMillis()));
        properties.put("mail.smtp.writetimeout", Long.toString(ANSWER.toMillis()));
        // Both are plain factories: TLS is laid over the socket after it was connected.
        properties.put("mail.smtp.socketFactory", sockets);
        properties.put("mail.smtp.ssl.socketFactory", sockets);
        properties.put("mail.smtp.socketFactory.fallback", "false");
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        switch (server.security()) {
            case NONE -> {}
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.put("mail.smtp.ssl.enable", "true");
        }
        properties.put("mail.smtp.auth", Boolean.toString(server.user().isPresent()));
        return Session.getInstance(properties, new Login(server));
    }

    private static final class Login extends Authenticator {

        private final Smtp server;

        Login(Smtp server) {
            this.server = server;
        }

        @Override
        protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(
                    server.user().orElse(""), server.password().orElse(""));
        }
    }
}
