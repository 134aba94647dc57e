package dev.tutti.scenario;

import dev.tutti.connection.ConnectionId;
import dev.tutti.connection.ConnectionUses;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells which scenarios use a connection, in their draft or in what is live. */
@Component
final class ScenarioConnections implements ConnectionUses {

    private final ScenarioRows rows;

    ScenarioConnections(ScenarioRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Use> of(ConnectionId connection) {
        return rows.using("% " + connection + " %").stream()
                .map(row -> new Use(Long.toString(row.id), row.name))
                .toList();
    }
}
