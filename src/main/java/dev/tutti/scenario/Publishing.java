package dev.tutti.scenario;

import dev.tutti.workspace.Audit;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How drafts become versions, and whether those run. Call it inside a transaction that holds the row. */
@Component
final class Publishing {

    private final ScenarioRows rows;
    private final Drafts drafts;
    private final Versions versions;
    private final Checks checks;
    private final Catalogue catalogue;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Publishing(
            ScenarioRows rows,
            Drafts drafts,
            Versions versions,
            Checks checks,
            Catalogue catalogue,
            Audit audit,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.drafts = drafts;
        this.versions = versions;
        this.checks = checks;
        this.catalogue = catalogue;
        this.audit = audit;
        this.events = events;
    }

    Scenarios.PublishAnswer publish(ScenarioRow row, boolean turnOn, Optional<String> note, Author by) {
        Blueprint blueprint = drafts.blueprint(row);
        List<Problem> problems = checks.check(blueprint);
        if (problems.stream().anyMatch(Problem::isError)) {
            return new Scenarios.Blocked(problems);
        }
        ScenarioVersion version = live(row)
                .filter(live -> versions.blueprint(live.id().value()).equals(Optional.of(blueprint)))
                .orElseGet(() -> versions.publish(row.id, blueprint, note, by));
        boolean turnedOn = turnOn && !row.switchedOn;
        row.liveVersion = version.id().value();
        row.liveConnections = Drafts.connections(blueprint);
        row.startsBy = Stored.text(StartsByJson.write(Start.of(catalogue.flow(blueprint), catalogue)));
        row.changes = 0;
        row.switchedOn |= turnOn;
        rows.save(row);
        int number = version.number().orElseThrow();
        audit.record("scenario.published", "scenario " + row.id + " version " + number);
        events.publishEvent(new ScenarioPublished(version.scenario(), version.id(), number, row.switchedOn));
        if (turnedOn) {
            turned(row, version);
        }
        return new Scenarios.Published(version, row.switchedOn);
    }

    Scenarios.SwitchAnswer turn(ScenarioRow row, boolean on) {
        ScenarioVersion live = live(row).orElse(null);
        if (live == null) {
            return new Scenarios.NeverPublished();
        }
        boolean changed = row.switchedOn != on;
        row.switchedOn = on;
        rows.save(row);
        if (changed) {
            turned(row, live);
        }
        return new Scenarios.Switched(on, changed);
    }

    private void turned(ScenarioRow row, ScenarioVersion live) {
        audit.record(row.switchedOn ? "scenario.on" : "scenario.off", "scenario " + row.id);
        events.publishEvent(
                row.switchedOn
                        ? new ScenarioTurnedOn(live.scenario(), live.id())
                        : new ScenarioTurnedOff(live.scenario()));
    }

    Scenarios.SnapshotAnswer snapshot(ScenarioRow row, Author by) {
        Blueprint blueprint = drafts.blueprint(row);
        List<Problem> problems = checks.check(blueprint);
        return problems.stream().anyMatch(Problem::isError)
                ? new Scenarios.Blocked(problems)
                : new Scenarios.Snapshot(versions.snapshot(row.id, blueprint, by));
    }

    Optional<ScenarioVersion> live(ScenarioRow row) {
        return Optional.ofNullable(row.liveVersion).flatMap(versions::find);
    }
}
