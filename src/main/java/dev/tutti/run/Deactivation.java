package dev.tutti.run;

import dev.tutti.scenario.Executable;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.value.Message;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Switches a scenario off whose owner wants that after so many errors in a row, or which can keep nothing more. */
final class Deactivation {

    private static final Logger LOG = LoggerFactory.getLogger(Deactivation.class);

    private final DataSource database;
    private final BiConsumer<ScenarioId, Message> turnOff;

    /** @param turnOff switches it off and says why to those who look after it */
    Deactivation(DataSource database, BiConsumer<ScenarioId, Message> turnOff) {
        this.database = database;
        this.turnOff = turnOff;
    }

    /** A run has ended as an error, and that is counted. */
    void check(Executable executable, Run run) {
        try (Connection connection = database.getConnection()) {
            long errors = ErrorCount.of(connection, run.scenario().value());
            if (errors >= ErrorCount.MANY) {
                off(run.scenario(), Message.of("run.off.fatal"));
            } else if (errors >= executable.blueprint().settings().failures().maxErrors()) {
                off(run.scenario(), Message.of("run.off.errors", errors));
            }
        } catch (SQLException | RuntimeException failure) {
            LOG.error("Scenario {} could not be switched off after errors", run.scenario(), failure);
        }
    }

    /** No more incomplete runs of it can be kept, and its owner wants to lose none. */
    void full(ScenarioId scenario, int kept) {
        try {
            off(scenario, Message.of("run.off.full", kept));
        } catch (RuntimeException failure) {
            LOG.error("Scenario {} could not be switched off, with {} incomplete runs", scenario, kept, failure);
        }
    }

    private void off(ScenarioId scenario, Message why) {
        turnOff.accept(scenario, why);
    }
}
