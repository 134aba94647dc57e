package dev.tutti.workspace;

import java.io.Serializable;
import org.springframework.security.core.AuthenticatedPrincipal;

/** Who a session or a request belongs to. What they may do is looked up each time, so that a change counts at once. */
public record SignedIn(long user) implements AuthenticatedPrincipal, Serializable {

    public UserId id() {
        return new UserId(user);
    }

    @Override
    public String getName() {
        return Long.toString(user);
    }
}
