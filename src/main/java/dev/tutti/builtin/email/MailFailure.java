package dev.tutti.builtin.email;

import dev.tutti.connection.Credentials;
import dev.tutti.connector.Failures;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.outbound.ForbiddenAddress;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** Why a mail server did not take an e-mail, as the failure that scenarios know. */
final class MailFailure {

    private MailFailure() {}

    /** While a mailbox was read. */
    static Failure reading(MessagingException failed, String host, Invocation invocation) {
        return common(failed, host, invocation)
                .orElseGet(() -> Failures.of(invocation, Failure.Kind.CONNECTION, "builtin.email.unreachable", host)
                        .withDetail(said(failed)));
    }

    static Failure of(MessagingException failed, Credentials.Smtp server, Invocation invocation) {
        return common(failed, server.host(), invocation).orElseGet(() -> sending(failed, server.host(), invocation));
    }

    private static Optional<Failure> common(MessagingException failed, String host, Invocation invocation) {
        Optional<ForbiddenAddress> forbidden = cause(failed, ForbiddenAddress.class);
        if (forbidden.isPresent()) {
            return Optional.of(Failure.of(
                    Failure.Kind.INVALID_CONFIGURATION,
                    forbidden.get().refusal().message(invocation.locale())));
        }
        if (failed instanceof AuthenticationFailedException) {
            return Optional.of(
                    Failures.of(invocation, Failure.Kind.INVALID_ACCESS_TOKEN, "builtin.email.denied", host));
        }
        if (cause(failed, UnknownHostException.class).isPresent()) {
            return Optional.of(Failures.of(invocation, Failure.Kind.CONNECTION, "builtin.email.unreachable", host));
        }
        if (cause(failed, SocketTimeoutException.class).isPresent()) {
            return Optional.of(Failures.of(invocation, Failure.Kind.MODULE_TIMEOUT, "builtin.email.timeout", host));
        }
        return Optional.empty();
    }

    private static Failure sending(MessagingException failed, String host, Invocation invocation) {
        int code = code(failed);
        if (failed instanceof SendFailedException || code > 0) {
            boolean later = code >= 400 && code < 500;
            return Failures.of(
                            invocation,
                            later ? Failure.Kind.CONNECTION : Failure.Kind.DATA,
                            later ? "builtin.email.later" : "builtin.email.refused",
                            host)
                    .withDetail(said(failed));
        }
        return Failures.of(invocation, Failure.Kind.CONNECTION, "builtin.email.unreachable", host);
    }

    /** The reply code of the server (RFC 5321, section 4.2); 0 where it did not reply. */
    private static int code(MessagingException failed) {
        return cause(failed, SMTPAddressFailedException.class)
                .map(SMTPAddressFailedException::getReturnCode)
                .or(() -> cause(failed, SMTPSendFailedException.class).map(SMTPSendFailedException::getReturnCode))
                .orElse(0);
    }

    /** The server's own words; those about one recipient say more than those about all. */
    private static String said(MessagingException failed) {
        return cause(failed, SMTPAddressFailedException.class)
                .map(Throwable::getMessage)
                .orElseGet(() -> String.valueOf(failed.getMessage()))
                .strip();
    }

    /** The mail library chains its exceptions in two ways. */
    private static <T extends Throwable> Optional<T> cause(Throwable failed, Class<T> wanted) {
        if (wanted.isInstance(failed)) {
            return Optional.of(wanted.cast(failed));
        }
        Throwable next = failed instanceof MessagingException messaging && messaging.getNextException() != null
                ? messaging.getNextException()
                : failed.getCause();
        return next == null || next == failed ? Optional.empty() : cause(next, wanted);
    }
}
