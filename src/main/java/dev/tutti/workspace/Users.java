package dev.tutti.workspace;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The people of the workspace. */
@Component
public final class Users {

    /** Whether there is anybody at all. */
    public boolean any() {
        throw new UnsupportedOperationException();
    }

    public Optional<User> find(UserId id) {
        throw new UnsupportedOperationException();
    }

    /** Everybody, by name. */
    public List<User> all() {
        throw new UnsupportedOperationException();
    }

    /** Stores how the person wants to see Tutti, and answers the person as they are now. */
    public User prefer(UserId id, Preferences preferences) {
        throw new UnsupportedOperationException();
    }
}
