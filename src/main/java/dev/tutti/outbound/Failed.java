package dev.tutti.outbound;

import java.util.Locale;

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

    @Override
    public String message(Locale locale) {
        return Texts.text("outbound.failed." + cause.name().toLowerCase(Locale.ROOT), locale, subject);
    }
}
