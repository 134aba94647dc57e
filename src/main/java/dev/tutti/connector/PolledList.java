package dev.tutti.connector;

import dev.tutti.engine.Invocation;
import dev.tutti.value.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A polling trigger over a list of things. It says how they are told apart ({@link #cursor}) and fetches them ({@link
 * #list}); what is new, in which order, how many at a time and where to start is worked out here.
 */
public interface PolledList extends Polling {

    /** How far back one can pick what to start with, at most. */
    int MOST_CANDIDATES = 100;

    /**
     * One thing of the list.
     *
     * @param id tells it from the others, for ever
     * @param label what a person knows it by
     */
    record Item(String id, Optional<Instant> date, String label, Fields bundle) {}

    /**
     * What is wanted of the list. A source that cannot be asked so precisely gives more, for instance always its newest
     * hundred; what is too much is left out later.
     *
     * @param afterId only what comes after this one, by {@link Cursor#byId}
     * @param since only what is as old as this or newer, by {@link Cursor#byDate} and {@link Cursor#bySeen}
     * @param newest whether the newest are wanted, else the oldest after {@code afterId} or {@code since}
     * @param limit how many at least, where there are so many
     */
    record Query(Optional<String> afterId, Optional<Instant> since, boolean newest, int limit) {}

    /** How new things are told from those that were given out. */
    Cursor cursor();

    /** Fetches the list; the order of the items does not matter for {@link Cursor#byId} and {@link Cursor#byDate}. */
    Polled<List<Item>> list(Fields values, Query query, Invocation invocation);

    @Override
    default Polled<Batch> poll(Fields values, Optional<Position> since, int limit, Invocation invocation) {
        return list(values, cursor().query(since, limit), invocation)
                .map(items -> cursor().after(items, since, limit, invocation.now()));
    }

    @Override
    default Set<StartAt.Kind> starts() {
        return cursor().starts();
    }

    @Override
    default Polled<Optional<Position>> start(Fields values, StartAt at, Invocation invocation) {
        return switch (at) {
            case StartAt.All _ -> new Polled.Got<>(Optional.empty());
            case StartAt.AfterId(String id) -> new Polled.Got<>(Optional.of(cursor().atId(id)));
            case StartAt.SinceDate(Instant date)
            when cursor() != Cursor.bySeen() -> new Polled.Got<>(Optional.of(cursor().atDate(date)));
            case StartAt.SinceDate(Instant date) ->
                newest(values, invocation).map(items -> Optional.of(cursor().sinceDate(items, date)));
            case StartAt.Now _ ->
                newest(values, invocation).map(items -> Optional.of(cursor().behindAll(items, invocation.now())));
            case StartAt.With(String id) -> newest(values, invocation).map(items -> cursor().before(items, id));
        };
    }

    @Override
    default Polled<List<Candidate>> candidates(Fields values, int limit, Invocation invocation) {
        int most = Math.min(limit, MOST_CANDIDATES);
        return newest(values, invocation)
                .map(items -> cursor().newestFirst(items).stream()
                        .limit(most)
                        .map(item -> new Candidate(item.id(), item.label()))
                        .toList());
    }

    private Polled<List<Item>> newest(Fields values, Invocation invocation) {
        // One more than can be picked, so that what comes before the oldest of them is known.
        return list(values, new Query(Optional.empty(), Optional.empty(), true, MOST_CANDIDATES + 1), invocation);
    }
}
