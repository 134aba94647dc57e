package dev.tutti.scenario;

import dev.tutti.workspace.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** The list of scenarios, page by page. Call it inside a transaction. */
@Component
final class ScenarioList {

    private static final Instant FAR = Instant.parse("9000-01-01T00:00:00Z");

    private final ScenarioRows rows;
    private final Versions versions;

    ScenarioList(ScenarioRows rows, Versions versions) {
        this.rows = rows;
        this.versions = versions;
    }

    ScenarioPage page(ScenarioQuery query) {
        Cursor cursor = query.cursor().flatMap(Cursor::parse).orElse(new Cursor(FAR, 0));
        List<ScenarioRow> found = rows.page(
                WorkspaceId.FIRST.value(),
                query.text()
                        .filter(text -> !text.isBlank())
                        .map(SearchText::pattern)
                        .orElse("%"),
                query.status().map(Enum::name).orElse("ALL"),
                cursor.changedAt(),
                cursor.id(),
                Limit.of(query.limit() + 1));
        boolean more = found.size() > query.limit();
        List<ScenarioRow> shown = more ? found.subList(0, query.limit()) : found;
        return new ScenarioPage(
                summaries(shown),
                more ? Optional.of(Cursor.after(shown.getLast()).toString()) : Optional.empty());
    }

    ScenarioSummary summary(ScenarioRow row) {
        return summaries(List.of(row)).getFirst();
    }

    private List<ScenarioSummary> summaries(List<ScenarioRow> found) {
        Map<Long, ScenarioVersion> live = versions.find(found.stream()
                .map(row -> row.liveVersion)
                .filter(Objects::nonNull)
                .toList());
        return found.stream()
                .map(row -> new ScenarioSummary(
                        new ScenarioId(row.id),
                        row.name,
                        row.switchedOn,
                        Optional.ofNullable(row.liveVersion).map(live::get),
                        row.changes,
                        row.revision,
                        StartsByJson.read(Stored.fields(row.startsBy)),
                        row.modules.isEmpty() ? List.of() : List.of(row.modules.split(" ")),
                        row.createdAt,
                        row.changedAt))
                .toList();
    }

    /** Where a page ends. */
    private record Cursor(Instant changedAt, long id) {

        static Cursor after(ScenarioRow row) {
            return new Cursor(row.changedAt, row.id);
        }

        static Optional<Cursor> parse(String text) {
            String[] parts = text.split("_", -1);
            return parts.length == 2
                    ? DecimalId.parse(parts[0])
                            .flatMap(millis -> DecimalId.parse(parts[1])
                                    .map(id ->
                                            new Cursor(Instant.ofEpochMilli(Math.min(millis, FAR.toEpochMilli())), id)))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return changedAt.toEpochMilli() + "_" + id;
        }
    }
}
