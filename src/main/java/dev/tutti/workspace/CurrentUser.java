package dev.tutti.workspace;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Component;

/** Who is asking, in this thread: signed in by the browser's session or by an API token. */
@Component
public final class CurrentUser {

    private final UserRows rows;
    private final ObjectProvider<SecurityContextHolderStrategy> strategy;

    CurrentUser(UserRows rows, ObjectProvider<SecurityContextHolderStrategy> strategy) {
        this.rows = rows;
        this.strategy = strategy;
    }

    /** The person, if somebody is signed in who has not been removed since. */
    public Optional<User> find() {
        return id().flatMap(id -> rows.findById(id.value())).map(UserRow::user);
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

    /** Only the number, without asking the database. */
    Optional<UserId> id() {
        Authentication authentication = strategy.getIfAvailable(SecurityContextHolder::getContextHolderStrategy)
                .getContext()
                .getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn.id())
                : Optional.empty();
    }
}
