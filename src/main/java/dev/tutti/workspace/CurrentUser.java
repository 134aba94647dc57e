package dev.tutti.workspace;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who is asking, in this thread: signed in by the browser's session or by an API token. */
@Component
public final class CurrentUser {

    /** The person, if somebody is signed in. */
    public Optional<User> find() {
        throw new UnsupportedOperationException();
    }

    /** The person; throws {@link NotSignedIn} where nobody is signed in. */
    public User get() {
        return find().orElseThrow(NotSignedIn::new);
    }

    /** Whether somebody is signed in who may do this. */
    public boolean may(Action action) {
        return find().filter(user -> user.may(action)).isPresent();
    }

    /** Throws {@link NotSignedIn} or {@link NotAllowed} unless the person may do this. */
    public void require(Action action) {
        if (!get().may(action)) {
            throw new NotAllowed(action);
        }
    }
}
