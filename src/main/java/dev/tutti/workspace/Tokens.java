package dev.tutti.workspace;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The tokens by which programs use the API in a person's name. Only their SHA-256 is stored. */
@Component
public final class Tokens {

    /** A new token with its text, which can be shown this once only. */
    public record Issued(Token token, String text) {

        @Override
        public String toString() {
            return "Issued[" + token + "]";
        }
    }

    /** Makes a token for this person. */
    public Issued issue(UserId user, String name) {
        throw new UnsupportedOperationException();
    }

    /** The person's tokens, newest first. */
    public List<Token> of(UserId user) {
        throw new UnsupportedOperationException();
    }

    /** Ends the person's token; false if they have no such token. */
    public boolean revoke(UserId user, TokenId token) {
        throw new UnsupportedOperationException();
    }

    /** Whose token this text is. */
    public Optional<User> owner(String text) {
        throw new UnsupportedOperationException();
    }
}
