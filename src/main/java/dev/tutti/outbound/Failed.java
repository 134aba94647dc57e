package dev.tutti.outbound;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** There was no answer, or it broke off. {@code subject} is the host; {@code detail} is for experts and holds no secret. */
public record Failed(Cause cause, String subject, String detail) implements Exchange, Exchange.Unanswered {

    /** What went wrong. */
    public enum Cause {
        UNKNOWN_HOST,
        CONNECT,
        TLS,
        TIMEOUT,
        INTERRUPTED,
        BROKEN
    }

    /** Names what an exception means, also one that came up while the answer's body was being read. */
    public static Failed of(IOException failure, String host) {
        return new Failed(cause(failure), host, String.valueOf(failure.getMessage()));
    }

    private static Cause cause(IOException failure) {
        return switch (failure) {
            case UnknownHostException _ -> Cause.UNKNOWN_HOST;
            case ConnectException _, NoRouteToHostException _ -> Cause.CONNECT;
            case SSLException _ -> Cause.TLS;
            case SocketTimeoutException _ -> Cause.TIMEOUT;
            case InterruptedIOException interrupted ->
                "timeout".equals(interrupted.getMessage()) ? Cause.TIMEOUT : Cause.INTERRUPTED;
            default -> Cause.BROKEN;
        };
    }

    @Override
    public String message(Locale locale) {
        return Texts.text("outbound.failed." + cause.name().toLowerCase(Locale.ROOT), locale, subject);
    }
}
