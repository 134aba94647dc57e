package dev.tutti.workspace;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Creates the owner on the first visit. It works only while there is nobody; from another machine it asks for the code
 * that the console shows.
 */
@Component
public final class Setup {

    /** What the first visitor gives. The code is needed only if {@link #needsCode} says so. */
    public record Owner(
            String name,
            String email,
            String password,
            @Nullable String code) {

        @Override
        public String toString() {
            return "Owner[" + email + "]";
        }
    }

    /** What came of it. */
    public sealed interface Result {
        record Created(User owner) implements Result {}

        /** One field is wrong; {@code message} is a key of the texts, such as {@code workspace.password.short}. */
        record Invalid(String field, String message) implements Result {}

        /** Somebody was created before. */
        record Closed() implements Result {}
    }

    /** Whether there is nobody yet. */
    public boolean open() {
        throw new UnsupportedOperationException();
    }

    /** Whether a visitor from this address has to give the code of the console. */
    public boolean needsCode(InetAddress visitor) {
        throw new UnsupportedOperationException();
    }

    /** Creates the owner. */
    public Result create(Owner owner, InetAddress visitor) {
        throw new UnsupportedOperationException();
    }
}
