package dev.tutti.scenario;

import dev.tutti.value.Depth;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The drafts in the database and the log of their edits. Call it inside a transaction. */
@Component
final class Drafts {

    /** How many changes back somebody may be to be told what happened since, rather than everything anew. */
    static final int LOG_KEPT = 500;

    private final ScenarioRows scenarios;
    private final BlueprintRows blueprints;
    private final EditRows log;
    private final Versions versions;
    private final Catalogue catalogue;
    private final Checks checks;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Drafts(
            ScenarioRows scenarios,
            BlueprintRows blueprints,
            EditRows log,
            Versions versions,
            Catalogue catalogue,
            Checks checks,
            Clock clock,
            ApplicationEventPublisher events) {
        this.scenarios = scenarios;
        this.blueprints = blueprints;
        this.log = log;
        this.versions = versions;
        this.catalogue = catalogue;
        this.checks = checks;
        this.clock = clock;
        this.events = events;
    }

    Blueprint blueprint(ScenarioRow row) {
        return Stored.blueprint(blueprints.findById(row.id).orElseThrow().content);
    }

    Draft draft(ScenarioRow row) {
        Blueprint blueprint = blueprint(row);
        return new Draft(
                new ScenarioId(row.id),
                row.name,
                row.revision,
                blueprint,
                checks.check(blueprint),
                Start.of(catalogue.flow(blueprint), catalogue),
                Optional.ofNullable(row.liveVersion).flatMap(versions::find),
                row.switchedOn,
                row.changes,
                row.nextNumber,
                row.changedAt);
    }

    /** Does the edits one after another and keeps the result as a new revision. The row must be held. */
    Scenarios.EditAnswer apply(ScenarioRow row, List<Edit> edits, Author by) {
        Sketch sketch = new Sketch(row.name, blueprint(row), row.nextNumber);
        for (int i = 0; i < edits.size(); i++) {
            switch (Editing.apply(sketch, edits.get(i))) {
                case Edited.Done done -> sketch = done.sketch();
                case Edited.NotDone not -> {
                    return new Scenarios.Refused(i, not.code(), not.arguments());
                }
            }
        }
        if (!Depth.within(BlueprintJson.write(sketch.blueprint()), BlueprintJson.DEEPEST)) {
            return new Scenarios.Refused(edits.size() - 1, "too-deep", List.of(String.valueOf(BlueprintJson.DEEPEST)));
        }
        byte[] content = Stored.bytes(sketch.blueprint());
        if (content.length > BlueprintJson.LARGEST) {
            return new Scenarios.Refused(edits.size() - 1, "too-large", List.of());
        }
        row.revision++;
        EditRow entry = new EditRow();
        entry.key = new EditRow.Key(row.id, row.revision);
        entry.edits = Stored.bytes(edits);
        entry.authorId = by.user().value();
        entry.authorName = by.name();
        entry.madeAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        log.save(entry);
        log.forget(row.id, row.revision - LOG_KEPT);
        keep(row, sketch, content);
        return new Scenarios.Saved(draft(row));
    }

    /** Stores the sketch as the draft, with what lists show of it. */
    void keep(ScenarioRow row, Sketch sketch, byte[] content) {
        Blueprint blueprint = sketch.blueprint();
        row.name = sketch.name();
        row.nextNumber = sketch.next();
        row.changedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        row.searchText = SearchText.of(sketch.name(), blueprint);
        row.modules = blueprint.modules().stream().map(Node::module).distinct().collect(Collectors.joining(" "));
        row.draftConnections = connections(blueprint);
        Long live = row.liveVersion;
        row.changes = Differences.count(
                live == null ? Blueprint.EMPTY : versions.blueprint(live).orElse(Blueprint.EMPTY), blueprint);
        if (live == null) {
            row.startsBy = Stored.text(StartsByJson.write(Start.of(catalogue.flow(blueprint), catalogue)));
        }
        BlueprintRow body = blueprints.findById(row.id).orElseGet(BlueprintRow::new);
        body.id = row.id;
        body.content = content;
        scenarios.save(row);
        blueprints.save(body);
        events.publishEvent(new DraftChanged(new ScenarioId(row.id), row.revision));
    }

    /** What happened after this revision; everything anew where that is no longer known. */
    List<Edit> since(ScenarioRow row, long revision) {
        List<EditRow> entries = log.since(row.id, revision);
        if (revision < 0 || entries.size() != row.revision - revision) {
            return List.of(new Edit.Rename("0", row.name), new Edit.Replace("0", blueprint(row)));
        }
        List<Edit> edits = new ArrayList<>();
        entries.forEach(entry -> edits.addAll(Stored.edits(entry.edits)));
        return edits;
    }

    static String connections(Blueprint blueprint) {
        return blueprint.modules().stream()
                .flatMap(module -> module.connection().stream())
                .distinct()
                .map(id -> id + " ")
                .collect(Collectors.joining("", " ", ""));
    }
}
