package dev.tutti.scenario;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The scenarios that modules call, found by the id in their settings. */
@Component
class Callees {

    private final ScenarioRows scenarios;
    private final BlueprintRows blueprints;
    private final TransactionOperations transactions;

    Callees(ScenarioRows scenarios, BlueprintRows blueprints, TransactionOperations transactions) {
        this.scenarios = scenarios;
        this.blueprints = blueprints;
        this.transactions = transactions;
    }

    Optional<Callee> find(String scenario) {
        return ScenarioId.parse(scenario).flatMap(id -> {
            Optional<Callee> found =
                    transactions.execute(_ -> scenarios.find(id.value()).flatMap(this::callee));
            return found == null ? Optional.empty() : found;
        });
    }

    private Optional<Callee> callee(ScenarioRow row) {
        Long live = row.liveVersion;
        return blueprints.findById(live == null ? row.id : live).map(content -> {
            Settings settings = Stored.blueprint(content.content).settings();
            return new Callee(live != null && row.switchedOn, settings.inputs(), settings.outputs());
        });
    }
}
