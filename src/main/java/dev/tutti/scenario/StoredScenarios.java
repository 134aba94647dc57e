package dev.tutti.scenario;

import dev.tutti.workspace.Audit;
import dev.tutti.workspace.Ids;
import dev.tutti.workspace.WorkspaceId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The scenarios in the database. */
@Component
final class StoredScenarios implements Scenarios {

    private final ScenarioRows rows;
    private final Drafts drafts;
    private final Versions versions;
    private final ScenarioList list;
    private final Starters starters;
    private final Publishing publishing;
    private final Plans plans;
    private final Ids ids;
    private final Clock clock;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    StoredScenarios(
            ScenarioRows rows,
            Drafts drafts,
            Versions versions,
            ScenarioList list,
            Starters starters,
            Publishing publishing,
            Plans plans,
            Ids ids,
            Clock clock,
            Audit audit,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.drafts = drafts;
        this.versions = versions;
        this.list = list;
        this.starters = starters;
        this.publishing = publishing;
        this.plans = plans;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
    }

    @Override
    public ScenarioSummary create(NewScenario wish, Author by) {
        return in(() -> {
            Sketch sketch = starters.sketch(wish);
            ScenarioRow row = new ScenarioRow();
            row.id = ids.next();
            row.workspace = WorkspaceId.FIRST.value();
            row.revision = 1;
            row.createdAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            drafts.keep(row, sketch, Stored.bytes(sketch.blueprint()));
            audit.record("scenario.created", "scenario " + row.id);
            return list.summary(row);
        });
    }

    @Override
    public ScenarioPage list(ScenarioQuery query) {
        return in(() -> list.page(query));
    }

    @Override
    public Optional<ScenarioSummary> find(ScenarioId id) {
        return in(() -> rows.find(id.value()).map(list::summary));
    }

    @Override
    public boolean delete(ScenarioId id, Author by) {
        return held(
                id,
                row -> {
                    boolean wasOn = row.switchedOn;
                    row.switchedOn = false;
                    row.deletedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
                    rows.save(row);
                    audit.record("scenario.deleted", "scenario " + id);
                    if (wasOn) {
                        events.publishEvent(new ScenarioTurnedOff(id));
                    }
                    events.publishEvent(new ScenarioDeleted(id));
                    return true;
                },
                false);
    }

    @Override
    public Optional<Draft> draft(ScenarioId id) {
        return in(() -> rows.find(id.value()).map(drafts::draft));
    }

    @Override
    public EditAnswer edit(ScenarioId id, long baseRevision, List<Edit> edits, Author by) {
        EditAnswer answer = change(id, OptionalLong.of(baseRevision), by, _ -> edits);
        if (edits.stream().anyMatch(Edit.Rename.class::isInstance)) {
            plans.forget(id);
        }
        return answer;
    }

    @Override
    public EditAnswer put(ScenarioId id, long baseRevision, Blueprint blueprint, Author by) {
        return change(id, OptionalLong.of(baseRevision), by, _ -> List.of(replacement(blueprint)));
    }

    @Override
    public EditAnswer rename(ScenarioId id, String name, Author by) {
        EditAnswer answer = change(
                id,
                OptionalLong.empty(),
                by,
                _ -> List.of(new Edit.Rename(UUID.randomUUID().toString(), name)));
        plans.forget(id);
        return answer;
    }

    @Override
    public EditAnswer discard(ScenarioId id, Author by) {
        return held(
                id,
                row -> Optional.ofNullable(row.liveVersion)
                        .flatMap(versions::blueprint)
                        .map(live -> drafts.apply(row, List.of(replacement(live)), by))
                        .orElseGet(() -> new Refused(0, "never-published", List.of())),
                new Unknown());
    }

    @Override
    public EditAnswer restore(ScenarioId id, int number, Author by) {
        return held(
                id,
                row -> versions.published(id.value(), number)
                        .flatMap(version -> versions.blueprint(version.id().value()))
                        .map(blueprint -> drafts.apply(row, List.of(replacement(blueprint)), by))
                        .orElseGet(Unknown::new),
                new Unknown());
    }

    private static Edit replacement(Blueprint blueprint) {
        return new Edit.Replace(UUID.randomUUID().toString(), blueprint);
    }

    private EditAnswer change(ScenarioId id, OptionalLong base, Author by, Function<ScenarioRow, List<Edit>> edits) {
        return held(
                id,
                row -> base.isPresent() && base.getAsLong() != row.revision
                        ? new Conflict(row.revision, drafts.since(row, base.getAsLong()))
                        : drafts.apply(row, edits.apply(row), by),
                new Unknown());
    }

    @Override
    public PublishAnswer publish(ScenarioId id, boolean turnOn, Optional<String> note, Author by) {
        return held(id, row -> publishing.publish(row, turnOn, note, by), new Unknown());
    }

    @Override
    public SwitchAnswer turn(ScenarioId id, boolean on, Author by) {
        return held(id, row -> publishing.turn(row, on), new Unknown());
    }

    @Override
    public List<ScenarioVersion> versions(ScenarioId id) {
        return in(() ->
                rows.find(id.value()).map(row -> versions.published(row.id)).orElse(List.of()));
    }

    @Override
    public Optional<ScenarioVersion> version(ScenarioId id, int number) {
        return in(() -> rows.find(id.value()).flatMap(row -> versions.published(row.id, number)));
    }

    @Override
    public Optional<ScenarioVersion> version(ScenarioVersionId id) {
        return in(() -> versions.find(id.value()));
    }

    @Override
    public Optional<Blueprint> blueprint(ScenarioVersionId id) {
        return in(() -> versions.blueprint(id.value()));
    }

    @Override
    public Optional<Executable> plan(ScenarioVersionId id) {
        return plans.find(id);
    }

    @Override
    public Optional<ScenarioVersion> live(ScenarioId id) {
        return in(() -> rows.find(id.value()).flatMap(publishing::live));
    }

    @Override
    public SnapshotAnswer snapshot(ScenarioId id, Author by) {
        return held(id, row -> publishing.snapshot(row, by), new Unknown());
    }

    @Override
    public Optional<Long> revision(ScenarioId id) {
        return in(() -> rows.revision(id.value()));
    }

    private <T> T held(ScenarioId id, Function<ScenarioRow, T> work, T unknown) {
        return in(() -> rows.hold(id.value()).map(work).orElse(unknown));
    }

    private <T> T in(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }
}
