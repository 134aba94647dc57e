package dev.tutti.workspace;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Signing in failed too often; it may be tried again after a while. */
public final class TooManyAttempts extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooManyAttempts(Duration wait) {
        super("Too many attempts");
        this.wait = wait;
    }

    public Duration waitFor() {
        return wait;
    }
}
