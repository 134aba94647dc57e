package dev.tutti.run;

import dev.tutti.engine.Modules;
import dev.tutti.scenario.Scenarios;
import dev.tutti.value.Blob;
import dev.tutti.value.Fields;
import dev.tutti.workspace.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * What the execution of runs is made of.
 *
 * @param feed where later cycles come from
 * @param variables those of the workspace, by name
 * @param mostIncompletes how many incomplete runs of a scenario may wait
 * @param unaccepted how long a run may go on before it is made durable whatever it does
 */
record RunParts(
        DataSource database,
        RunTables tables,
        Lease lease,
        Committer committer,
        Dispatcher dispatcher,
        Executions executions,
        Reading reading,
        RunReader reader,
        IncompleteReader incompletes,
        IncompleteNotes notes,
        Journals journals,
        Plans plans,
        Scenarios scenarios,
        Deactivation deactivation,
        Modules modules,
        Supplier<CycleFeed> feed,
        Function<Blob, byte[]> blobs,
        Supplier<Fields> variables,
        Ids ids,
        Clock clock,
        int mostIncompletes,
        Duration unaccepted,
        Consumer<Object> events) {}
