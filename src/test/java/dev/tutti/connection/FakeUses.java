package dev.tutti.connection;

import java.util.List;

/** Stands for the scenarios: it uses one connection. */
public final class FakeUses implements ConnectionUses {

    volatile ConnectionId used = new ConnectionId(0);

    @Override
    public List<Use> of(ConnectionId connection) {
        return connection.equals(used) ? List.of(new Use("7", "Morning mail")) : List.of();
    }
}
