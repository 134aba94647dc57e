package dev.tutti.connection;

import java.util.List;

/** Tells who uses a connection. Whoever stores references to connections offers this as a bean. */
public interface ConnectionUses {

    /** One user of a connection: a scenario, by its id and name. */
    record Use(String id, String name) {}

    List<Use> of(ConnectionId connection);
}
