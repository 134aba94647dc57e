package dev.tutti.connection;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Credentials that people stored for their scenarios, encrypted with a key outside the database. */
@Component
public final class Connections {

    /** What became of a wish to delete. */
    public sealed interface Deletion {
        record Deleted() implements Deletion {}

        record Unknown() implements Deletion {}

        /** It stays, because these scenarios need it. */
        record InUse(List<ConnectionUses.Use> uses) implements Deletion {}
    }

    /** All of them, by name. */
    public List<Connection> all() {
        throw new UnsupportedOperationException();
    }

    public Optional<Connection> find(ConnectionId id) {
        throw new UnsupportedOperationException();
    }

    /** What the connection holds, for a module that is about to use it. Not for any view or answer. */
    public Optional<Credentials> open(ConnectionId id) {
        throw new UnsupportedOperationException();
    }

    public Connection create(String name, Credentials credentials) {
        throw new UnsupportedOperationException();
    }

    /** Gives it a new name and new credentials; empty if there is no such connection. */
    public Optional<Connection> change(ConnectionId id, String name, Credentials credentials) {
        throw new UnsupportedOperationException();
    }

    public Deletion delete(ConnectionId id) {
        throw new UnsupportedOperationException();
    }

    /** The scenarios that use it. */
    public List<ConnectionUses.Use> uses(ConnectionId id) {
        throw new UnsupportedOperationException();
    }
}
