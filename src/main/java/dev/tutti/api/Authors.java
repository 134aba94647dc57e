package dev.tutti.api;

import dev.tutti.scenario.Author;
import dev.tutti.workspace.CurrentUser;
import dev.tutti.workspace.User;
import org.springframework.stereotype.Component;

/** Whoever is signed in, as the author of a change. */
@Component
class Authors {

    private final CurrentUser current;

    Authors(CurrentUser current) {
        this.current = current;
    }

    Author author() {
        User user = current.get();
        return new Author(user.id(), user.name().isBlank() ? user.email() : user.name());
    }
}
