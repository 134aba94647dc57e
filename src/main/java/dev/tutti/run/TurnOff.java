package dev.tutti.run;

import dev.tutti.scenario.Author;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.ScenarioTurnedOn;
import dev.tutti.scenario.Scenarios;
import dev.tutti.value.Message;
import dev.tutti.workspace.Audit;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Switches scenarios off, keeps the reason for those who look, and forgets it when they are on again. */
@Component
class TurnOff {

    private final DataSource database;
    private final Scenarios scenarios;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TurnOff(DataSource database, Scenarios scenarios, Audit audit, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.scenarios = scenarios;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    void scenario(ScenarioId scenario, Message why) {
        if (!(scenarios.turn(scenario, false, Author.SYSTEM) instanceof Scenarios.Switched(boolean on, boolean changed))
                || !changed) {
            return;
        }
        note(scenario, why);
        audit.record("scenario.switched-off", "scenario " + scenario + ": " + why);
        events.publishEvent(new ScenarioSwitchedOff(scenario, why));
    }

    private void note(ScenarioId scenario, Message why) {
        try {
            Sql.together(database, connection -> {
                ErrorCount.lock(connection, scenario.value());
                Sql.execute(
                        connection,
                        "update run_lane set off_reason = ?, off_at = ? where scenario_id = ?",
                        Sql.text(why.stored()),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        scenario.value());
            });
        } catch (SQLException failure) {
            throw new IllegalStateException("Why scenario " + scenario + " is off could not be noted", failure);
        }
    }

    /** Whoever turns it on begins to count anew. */
    @TransactionalEventListener(fallbackExecution = true)
    void turnedOn(ScenarioTurnedOn event) {
        try (Connection connection = database.getConnection()) {
            Sql.update(
                    connection,
                    "update run_lane set errors = 0, off_reason = null, off_at = null where scenario_id = ?",
                    event.scenario().value());
        } catch (SQLException failure) {
            throw new IllegalStateException("The errors of scenario " + event.scenario() + " still count", failure);
        }
    }
}
