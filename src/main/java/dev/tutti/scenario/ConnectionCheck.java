package dev.tutti.scenario;

import dev.tutti.connection.Connection;
import dev.tutti.connection.ConnectionId;
import dev.tutti.connection.Connections;
import dev.tutti.connector.ModuleSpec;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Whether a module that needs a connection has one, and one that fits. */
@Component
final class ConnectionCheck {

    private final Function<ConnectionId, Optional<Connection>> connections;

    @Autowired
    ConnectionCheck(Connections connections) {
        this(connections::find);
    }

    ConnectionCheck(Function<ConnectionId, Optional<Connection>> connections) {
        this.connections = connections;
    }

    void check(Node module, ModuleSpec spec, Consumer<Problem> report) {
        if (spec.connectionTypes().isEmpty()) {
            return;
        }
        if (module.connection().isEmpty()) {
            if (spec.connectionRequired()) {
                report.accept(Problem.error("missing-connection").at("connection"));
            }
            return;
        }
        Optional<Connection> found = ScenarioId.parse(module.connection().get())
                .flatMap(id -> connections.apply(new ConnectionId(id.value())));
        if (found.isEmpty()) {
            report.accept(Problem.error("unknown-connection").at("connection"));
        } else if (!spec.connectionTypes().contains(found.get().type().code())) {
            report.accept(Problem.error("unfit-connection", found.get().name()).at("connection"));
        }
    }
}
