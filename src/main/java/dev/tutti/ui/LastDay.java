package dev.tutti.ui;

import dev.tutti.run.Run;
import dev.tutti.run.RunQuery;
import dev.tutti.run.RunStatus;
import dev.tutti.run.Runs;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The last 24 hours in few figures, and what went wrong in them, each cause once.
 *
 * @param runs how many, in words: from 200 on only "200+"
 * @param success the share in percent, absent without runs
 * @param more whether there are more causes than are given here
 */
record LastDay(String runs, Optional<Long> success, long operations, List<Trouble> troubles, boolean more) {

    private static final int CAUSES = 5;
    private static final int COUNTED = 200;

    /** One cause: how often, and the last run that it ended. */
    record Trouble(Run last, int times) {

        String message(Locale locale) {
            return last.error().map(error -> error.message(locale)).orElse("");
        }

        Trouble again() {
            return new Trouble(last, times + 1);
        }
    }

    static LastDay of(Runs runs, Instant now) {
        List<Run> all = since(runs, now, Set.of());
        long ended = all.stream().filter(run -> run.took().isPresent()).count();
        long good = all.stream()
                .filter(run -> run.status() == RunStatus.SUCCESS || run.status() == RunStatus.WARNING)
                .count();
        Map<String, Trouble> causes = new LinkedHashMap<>();
        for (Run run : since(runs, now, Set.of(RunStatus.ERROR, RunStatus.INCOMPLETE))) {
            if (!run.test()) {
                Trouble first = new Trouble(run, 1);
                causes.merge(run.scenario() + first.message(Locale.ENGLISH), first, (old, _) -> old.again());
            }
        }
        return new LastDay(
                all.size() == COUNTED ? COUNTED + "+" : String.valueOf(all.size()),
                ended == 0 ? Optional.empty() : Optional.of(100 * good / ended),
                all.stream().mapToLong(Run::operations).sum(),
                causes.values().stream().limit(CAUSES).toList(),
                causes.size() > CAUSES);
    }

    private static List<Run> since(Runs runs, Instant now, Set<RunStatus> statuses) {
        return runs.list(new RunQuery(
                        Optional.empty(),
                        statuses,
                        Optional.of(now.minus(Duration.ofDays(1))),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        COUNTED))
                .items();
    }
}
