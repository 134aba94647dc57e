package dev.tutti.connector;

import dev.tutti.connector.PolledList.Item;
import dev.tutti.connector.PolledList.Query;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The position is the latest date so far and the ids that were given out of that very moment: {@code
 * {"date":"2026-11-20T08:00:00Z","ids":["a","b"]}}.
 */
final class DateCursor extends Cursor {

    @Override
    Set<StartAt.Kind> starts() {
        return Set.of(StartAt.Kind.NOW, StartAt.Kind.DATE, StartAt.Kind.ALL, StartAt.Kind.PICK);
    }

    @Override
    Query query(Optional<Position> since, int limit) {
        Optional<Fields> position = since.map(Cursor::read);
        // Those of that very moment come along and are left out again.
        int most = limit
                + position.map(it ->
                                it.get("ids") instanceof Items ids ? ids.items().size() : 0)
                        .orElse(0);
        return new Query(Optional.empty(), position.flatMap(DateCursor::date), false, most);
    }

    @Override
    List<Item> inOrder(List<Item> items) {
        return items.stream()
                .filter(item -> item.date().isPresent())
                .sorted(Comparator.comparing(item -> item.date().orElseThrow()))
                .toList();
    }

    @Override
    boolean isNew(Item item, Fields position) {
        Instant last = date(position).orElse(Instant.MIN);
        Instant date = item.date().orElseThrow();
        return date.isAfter(last)
                || (date.equals(last)
                        && !(position.get("ids") instanceof Items ids
                                && ids.items().contains(Text.of(item.id()))));
    }

    @Override
    Position behind(List<Item> done, Optional<Fields> before) {
        Instant last = done.getLast().date().orElseThrow();
        List<Value> ids = new ArrayList<>();
        before.filter(position -> date(position).equals(Optional.of(last)))
                .ifPresent(
                        position -> ids.addAll(position.get("ids") instanceof Items known ? known.items() : List.of()));
        done.stream()
                .filter(item -> item.date().orElseThrow().equals(last))
                .map(item -> Text.of(item.id()))
                .forEach(ids::add);
        return position(Fields.of("date", Text.of(last.toString()), "ids", new Items(ids)));
    }

    @Override
    Position atNothing(Instant now) {
        return atDate(now);
    }

    private static Optional<Instant> date(Fields position) {
        try {
            return Optional.of(Instant.parse(text(position, "date")));
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }
}
