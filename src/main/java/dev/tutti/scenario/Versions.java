package dev.tutti.scenario;

import dev.tutti.workspace.Ids;
import dev.tutti.workspace.UserId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** The versions in the database. Call it inside a transaction. */
@Component
final class Versions {

    private final VersionRows rows;
    private final BlueprintRows blueprints;
    private final Ids ids;
    private final Clock clock;

    Versions(VersionRows rows, BlueprintRows blueprints, Ids ids, Clock clock) {
        this.rows = rows;
        this.blueprints = blueprints;
        this.ids = ids;
        this.clock = clock;
    }

    /** A new version with the next number. */
    ScenarioVersion publish(long scenario, Blueprint blueprint, Optional<String> note, Author by) {
        return insert(scenario, rows.highest(scenario).orElse(0) + 1, blueprint, note, by);
    }

    /** The snapshot of a test run: the one there is of the same blueprint, or a new one. */
    ScenarioVersion snapshot(long scenario, Blueprint blueprint, Author by) {
        return rows.snapshots(scenario, Stored.hash(Stored.bytes(blueprint)), Limit.of(1)).stream()
                .findFirst()
                .map(Versions::version)
                .orElseGet(() -> insert(scenario, null, blueprint, Optional.empty(), by));
    }

    private ScenarioVersion insert(
            long scenario, @Nullable Integer number, Blueprint blueprint, Optional<String> note, Author by) {
        byte[] content = Stored.bytes(blueprint);
        VersionRow row = new VersionRow();
        row.id = ids.next();
        row.scenario = scenario;
        row.number = number;
        row.hash = Stored.hash(content);
        row.note = note.map(String::strip).filter(text -> !text.isEmpty()).orElse(null);
        row.authorId = by.user().value();
        row.authorName = by.name();
        row.createdAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        rows.save(row);
        BlueprintRow body = new BlueprintRow();
        body.id = row.id;
        body.content = content;
        blueprints.save(body);
        return version(row);
    }

    List<ScenarioVersion> published(long scenario) {
        return rows.published(scenario).stream().map(Versions::version).toList();
    }

    Optional<ScenarioVersion> published(long scenario, int number) {
        return rows.published(scenario, number).map(Versions::version);
    }

    Optional<ScenarioVersion> find(long id) {
        return rows.findById(id).map(Versions::version);
    }

    Map<Long, ScenarioVersion> find(Collection<Long> ids) {
        return rows.findByIdIn(ids).stream().collect(Collectors.toMap(row -> row.id, Versions::version));
    }

    Optional<Blueprint> blueprint(long id) {
        return blueprints.findById(id).map(row -> Stored.blueprint(row.content));
    }

    private static ScenarioVersion version(VersionRow row) {
        Integer number = row.number;
        return new ScenarioVersion(
                new ScenarioVersionId(row.id),
                new ScenarioId(row.scenario),
                number == null ? OptionalInt.empty() : OptionalInt.of(number),
                row.createdAt,
                new Author(new UserId(row.authorId), row.authorName),
                Optional.ofNullable(row.note));
    }
}
