package dev.tutti.api;

import dev.tutti.run.RunId;
import dev.tutti.run.RunPage;
import dev.tutti.run.RunQuery;
import dev.tutti.run.RunSearch;
import dev.tutti.run.RunStatus;
import dev.tutti.run.Runs;
import dev.tutti.scenario.ScenarioId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which runs somebody asked for, in the words of the address. */
record RunsAsked(
        @Nullable String scenario,
        @Nullable String status,
        @Nullable String from,
        @Nullable String to,
        @Nullable String text,
        @Nullable String in) {

    private static final String DATA = "data";

    RunPage page(Runs runs, RunSearch search, @Nullable String cursor, int limit) {
        if (in != null && !in.equals(DATA)) {
            throw bad("in");
        }
        boolean data = in != null;
        RunQuery query = query(cursor, limit);
        return data ? search.find(query, given(text).orElse("")) : runs.list(query);
    }

    RunQuery query(@Nullable String cursor, int limit) {
        return new RunQuery(
                given(scenario).map(id -> ScenarioId.parse(id).orElseThrow(() -> bad("scenario"))),
                given(status).map(RunsAsked::statuses).orElse(Set.of()),
                given(from).map(moment -> moment(moment, "from")),
                given(to).map(moment -> moment(moment, "to")),
                in != null ? Optional.empty() : given(text),
                given(cursor).map(RunsAsked::cursor),
                limit);
    }

    private static RunId cursor(String text) {
        try {
            return RunId.parse(text);
        } catch (NumberFormatException wrong) {
            throw bad("cursor");
        }
    }

    private static Optional<String> given(@Nullable String parameter) {
        return Optional.ofNullable(parameter).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Set<RunStatus> statuses(String words) {
        Set<RunStatus> statuses = EnumSet.noneOf(RunStatus.class);
        for (String word : words.split(",")) {
            statuses.add(Arrays.stream(RunStatus.values())
                    .filter(status -> status.word().equals(word.strip()))
                    .findFirst()
                    .orElseThrow(() -> bad("status")));
        }
        return statuses;
    }

    private static Instant moment(String text, String parameter) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException wrong) {
            throw bad(parameter);
        }
    }

    private static Problem bad(String parameter) {
        return new Problem(400, "bad-parameter", parameter);
    }
}
