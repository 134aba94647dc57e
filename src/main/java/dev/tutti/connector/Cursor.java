package dev.tutti.connector;

import dev.tutti.connector.PolledList.Item;
import dev.tutti.connector.PolledList.Query;
import dev.tutti.connector.Polling.Batch;
import dev.tutti.value.Fields;
import dev.tutti.value.Json;
import dev.tutti.value.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How new things of a list are told from those that were given out already: by an id that grows, by a date, or by
 * remembering what was seen. Whichever way, the oldest come first, and what a limit leaves out comes the next time.
 */
public abstract sealed class Cursor permits IdCursor, DateCursor, SeenCursor {

    private static final Cursor BY_ID = new IdCursor();
    private static final Cursor BY_DATE = new DateCursor();
    private static final Cursor BY_SEEN = new SeenCursor();

    Cursor() {}

    /** For ids that grow: numbers, or texts that sort. */
    public static Cursor byId() {
        return BY_ID;
    }

    /** For things whose date only newer ones exceed; a thing without a date is never found. */
    public static Cursor byDate() {
        return BY_DATE;
    }

    /** For a list that begins with its newest, whatever its ids and dates; the ids are remembered. */
    public static Cursor bySeen() {
        return BY_SEEN;
    }

    abstract Set<StartAt.Kind> starts();

    /** What to ask the source for. */
    abstract Query query(Optional<Position> since, int limit);

    /** Those that can be given out, the oldest first. */
    abstract List<Item> inOrder(List<Item> items);

    abstract boolean isNew(Item item, Fields position);

    /**
     * Behind an item and all those before it.
     *
     * @param done what comes up to it, the last one is the item itself; never empty
     * @param before the position so far
     */
    abstract Position behind(List<Item> done, Optional<Fields> before);

    /** Where nothing is there yet. */
    abstract Position atNothing(Instant now);

    Position atId(String id) {
        return position(Fields.of("id", Text.of(id)));
    }

    Position atDate(Instant date) {
        return position(Fields.of("date", Text.of(date.minusMillis(1).toString())));
    }

    final Batch after(List<Item> items, Optional<Position> since, int limit, Instant now) {
        Optional<Fields> position = since.map(Cursor::read);
        List<Item> ordered = inOrder(items);
        List<Item> done = new ArrayList<>();
        List<Fields> found = new ArrayList<>();
        for (Item item : ordered) {
            if (position.isEmpty() || isNew(item, position.get())) {
                if (found.size() == limit) {
                    break;
                }
                found.add(item.bundle());
                done.add(item);
            }
        }
        Position next = done.isEmpty() ? since.orElseGet(() -> atNothing(now)) : behind(done, position);
        return new Batch(found, next);
    }

    final Position behindAll(List<Item> items, Instant now) {
        List<Item> ordered = inOrder(items);
        return ordered.isEmpty() ? atNothing(now) : behind(ordered, Optional.empty());
    }

    /** Right before an item; behind everything where it is not there any more. */
    final Optional<Position> before(List<Item> items, String id) {
        List<Item> ordered = inOrder(items);
        int at = 0;
        while (at < ordered.size() && !ordered.get(at).id().equals(id)) {
            at++;
        }
        return at == 0 ? Optional.empty() : Optional.of(behind(ordered.subList(0, at), Optional.empty()));
    }

    final Position sinceDate(List<Item> items, Instant date) {
        List<Item> older = inOrder(items).stream()
                .filter(item -> item.date().filter(it -> it.isBefore(date)).isPresent())
                .toList();
        return older.isEmpty() ? atNothing(date) : behind(older, Optional.empty());
    }

    final List<Item> newestFirst(List<Item> items) {
        return inOrder(items).reversed();
    }

    static Position position(Fields fields) {
        return new Position(Json.write(fields));
    }

    static Fields read(Position position) {
        return Json.parse(position.json()).value().orElse(Fields.EMPTY) instanceof Fields fields
                ? fields
                : Fields.EMPTY;
    }

    static String text(Fields position, String key) {
        return position.get(key) instanceof Text(String text) ? text : "";
    }
}
