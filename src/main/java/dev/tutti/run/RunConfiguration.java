package dev.tutti.run;

import dev.tutti.connector.WorkspaceVariables;
import dev.tutti.engine.Modules;
import dev.tutti.scenario.Scenarios;
import dev.tutti.workspace.Ids;
import dev.tutti.workspace.Settings;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what executes runs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RunSettings.class)
class RunConfiguration {

    private static final Duration UNACCEPTED = Duration.ofMillis(50);

    @Bean
    FileBlobs fileBlobs(RunSettings settings) {
        return new FileBlobs(settings.files());
    }

    @Bean
    RunTables runTables(DataSource database) throws SQLException {
        return Databases.tables(database);
    }

    @Bean
    RunReader runReader(DataSource database) {
        return new RunReader(database);
    }

    @Bean
    IncompleteReader incompleteReader(DataSource database) {
        return new IncompleteReader(new Reading(database));
    }

    @Bean
    Inlet inlet(List<InputReader> readers) {
        return new Inlet(readers);
    }

    @Bean
    Journals journals(DataSource database, RunReader reader, Inlet inlet) {
        return new Journals(new Reading(database), reader, inlet);
    }

    @Bean
    JournalReader journalReader(RunReader reader, Journals journals, Scenarios scenarios, FileBlobs blobs) {
        return new JournalReader(reader, journals, scenarios, blobs::bytes);
    }

    @Bean
    Deactivation deactivation(DataSource database, TurnOff turnOff) {
        return new Deactivation(database, turnOff::scenario);
    }

    @Bean
    SearchTables searchTables(DataSource database, RunTables tables, RunReader reader) {
        return tables instanceof H2Tables ? new H2Search(new Reading(database), reader) : new PostgresSearch(reader);
    }

    @Bean
    RunIndexer runIndexer(DataSource database, SearchTables tables, JournalReader journals, Clock clock) {
        return new RunIndexer(database, tables, journals, clock);
    }

    @Bean
    NightWork nightWork(
            RunNode node,
            DataSource database,
            SearchTables search,
            RunSettings settings,
            Settings workspace,
            Scenarios scenarios,
            Clock clock) {
        return new NightWork(
                node,
                new FileSweep(database, settings.files(), clock),
                new Retention(database, search, Retention.days(scenarios, workspace), clock));
    }

    @Bean
    RunNode runNode(
            DataSource database,
            RunTables tables,
            RunReader reader,
            IncompleteReader incompletes,
            Journals journals,
            Deactivation deactivation,
            Scenarios scenarios,
            Modules modules,
            ObjectProvider<CycleFeed> feed,
            FileBlobs blobs,
            WorkspaceVariables variables,
            Ids ids,
            Clock clock,
            RunSettings settings,
            ApplicationEventPublisher events) {
        // Another process has our runs already: nothing that this one still does may take effect.
        Lease lease = new Lease(
                database, tables, ids.next(), () -> Runtime.getRuntime().halt(3));
        Dispatcher dispatcher = new Dispatcher(database, tables, lease.owner().node());
        return new RunNode(new RunParts(
                database,
                tables,
                lease,
                new Committer(database, tables, lease),
                dispatcher,
                new Executions(settings.atOnce()),
                new Reading(database),
                reader,
                incompletes,
                new IncompleteNotes(ids, dispatcher),
                journals,
                new Plans(scenarios::plan),
                scenarios,
                deactivation,
                modules,
                () -> feed.getIfAvailable(() -> CycleFeed.NONE),
                blobs::bytes,
                variables::all,
                ids,
                clock,
                settings.incompletes(),
                UNACCEPTED,
                events::publishEvent));
    }

    @Bean
    LiveEvents liveEvents(RunNode node) {
        return node.live;
    }
}
