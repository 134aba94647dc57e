package dev.tutti.outbound;

import java.util.Locale;

/** We did not send the request, or did not follow its redirect, because the address is not allowed. */
public record Refused(Reason reason, String subject) implements Exchange, Exchange.Unanswered {

    /** Why. */
    public enum Reason {
        MALFORMED_URL,
        SCHEME,
        USER_IN_URL,
        PORT,
        PRIVATE_ADDRESS,
        TOO_MANY_REDIRECTS,
        MALFORMED_REQUEST
    }

    @Override
    public String message(Locale locale) {
        return Texts.text("outbound.refused." + reason.name().toLowerCase(Locale.ROOT), locale, subject);
    }
}
