package dev.tutti.connection;

import dev.tutti.connection.Access.Opened;
import dev.tutti.connection.Credentials.Key;
import dev.tutti.connection.Credentials.Smtp;
import dev.tutti.outbound.Answer;
import dev.tutti.outbound.Exchange;
import dev.tutti.outbound.Failed;
import dev.tutti.outbound.ForbiddenAddress;
import dev.tutti.outbound.Outbound;
import dev.tutti.outbound.Refused;
import dev.tutti.outbound.Request;
import dev.tutti.workspace.Action;
import dev.tutti.workspace.CurrentUser;
import dev.tutti.workspace.Messages;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tries connections out: a server by signing in, the others by calling an address with them. */
@Component
public final class Trials {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Connections connections;
    private final Outbound outbound;
    private final Access access;
    private final MailSessions mail;
    private final CurrentUser current;
    private final Messages messages;
    private final ObjectProvider<Probe> probes;

    Trials(
            Connections connections,
            Access access,
            Outbound outbound,
            MailSessions mail,
            CurrentUser current,
            Messages messages,
            ObjectProvider<Probe> probes) {
        this.connections = connections;
        this.outbound = outbound;
        this.access = access;
        this.mail = mail;
        this.current = current;
        this.messages = messages;
        this.probes = probes;
    }

    /**
     * Tries the connection and remembers how it went. Empty if there is no such connection.
     *
     * @param url what to call, for all but servers to sign in to; without it nothing can be tried
     */
    public Optional<Trial> run(ConnectionId id, Optional<String> url, Locale locale) {
        current.require(Action.CONNECTION_EDIT);
        Optional<Trial> trial = connections.find(id).map(_ -> switch (access.open(id)) {
            case Opened.Ready(Smtp server, boolean _) -> signIn(server, locale);
            case Opened.Ready(Credentials server, boolean _) when signsIn(server.type()) -> probe(server, locale);
            case Opened.Ready(Key _, boolean _) -> new Trial(true, messages.text("connection.trial.key", locale));
            case Opened.Ready(Credentials credentials, boolean _) ->
                url.map(address -> call(credentials, address, locale))
                        .orElseGet(() -> new Trial(false, messages.text("connection.trial.url", locale)));
            case Opened.SignedOut _ -> new Trial(false, messages.text("connection.trial.signedOut", locale));
            case Opened.Denied(String _, String reason) ->
                new Trial(false, messages.text("connection.trial.denied", locale, reason));
            case Opened.Unreachable(Exchange.Unanswered why) -> new Trial(false, why.message(locale));
            case Opened.Gone() -> new Trial(false, messages.text("connection.trial.url", locale));
        });
        boolean tried = url.isPresent()
                || trial.filter(Trial::working).isPresent()
                || connections.find(id).filter(it -> withoutAddress(it.type())).isPresent();
        trial.filter(_ -> tried).ifPresent(it -> connections.checked(id, it.working()));
        return trial;
    }

    /** Whether such a connection can be tried without an address to call. */
    public static boolean withoutAddress(ConnectionType type) {
        return type == ConnectionType.KEY || signsIn(type);
    }

    private static boolean signsIn(ConnectionType type) {
        return switch (type) {
            case SMTP, IMAP, DATABASE, FILE_SERVER -> true;
            case API_KEY, BASIC, BEARER, OAUTH2, KEY -> false;
        };
    }

    private Trial probe(Credentials credentials, Locale locale) {
        return probes.orderedStream()
                .filter(probe -> probe.type() == credentials.type())
                .findFirst()
                .map(probe -> probe.tryOut(credentials, locale))
                .orElseThrow(() -> new IllegalStateException("Nobody tries out " + credentials.type()));
    }

    private Trial signIn(Smtp server, Locale locale) {
        try (Transport transport = mail.open(server).getTransport()) {
            transport.connect();
            return new Trial(true, messages.text("connection.trial.mail", locale, server.host()));
        } catch (AuthenticationFailedException wrong) {
            return new Trial(false, messages.text("connection.trial.login", locale, server.host()));
        } catch (MessagingException failure) {
            return new Trial(false, reason(failure, server, locale));
        }
    }

    private String reason(MessagingException failure, Smtp server, Locale locale) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ForbiddenAddress forbidden) {
                return forbidden.refusal().message(locale);
            }
            if (cause instanceof IOException broken) {
                return Failed.of(broken, server.host()).message(locale);
            }
        }
        return messages.text("connection.trial.mail.failed", locale, server.host());
    }

    private Trial call(Credentials credentials, String url, Locale locale) {
        Request plain = new Request("GET", url, List.of(), Optional.empty(), PATIENCE, true, 1_000_000);
        Exchange exchange = outbound.send(Proof.on(plain, credentials));
        return switch (exchange) {
            case Answer answer -> answered(answer, locale);
            case Refused refused -> new Trial(false, refused.message(locale));
            case Failed failed -> new Trial(false, failed.message(locale));
        };
    }

    private Trial answered(Answer answer, Locale locale) {
        try (answer) {
            int status = answer.status();
            String key = status < 400
                    ? "connection.trial.ok"
                    : status == 401 || status == 403 ? "connection.trial.refused" : "connection.trial.error";
            return new Trial(status < 400, messages.text(key, locale, Integer.toString(status)));
        } catch (IOException closing) {
            return new Trial(false, Failed.of(closing, answer.url()).message(locale));
        }
    }
}
