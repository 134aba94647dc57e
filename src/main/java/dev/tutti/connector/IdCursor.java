package dev.tutti.connector;

import dev.tutti.connector.PolledList.Item;
import dev.tutti.connector.PolledList.Query;
import dev.tutti.value.Fields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The position is the highest id so far: {@code {"id":"17"}}, or an empty one where there was nothing. */
final class IdCursor extends Cursor {

    @Override
    Set<StartAt.Kind> starts() {
        return Set.of(StartAt.Kind.NOW, StartAt.Kind.ID, StartAt.Kind.ALL, StartAt.Kind.PICK);
    }

    @Override
    Query query(Optional<Position> since, int limit) {
        Optional<String> after =
                since.map(position -> text(read(position), "id")).filter(id -> !id.isEmpty());
        return new Query(after, Optional.empty(), false, limit);
    }

    @Override
    List<Item> inOrder(List<Item> items) {
        return items.stream()
                .sorted(Comparator.comparing(Item::id, IdCursor::compare))
                .toList();
    }

    @Override
    boolean isNew(Item item, Fields position) {
        String id = text(position, "id");
        return id.isEmpty() || compare(item.id(), id) > 0;
    }

    @Override
    Position behind(List<Item> done, Optional<Fields> before) {
        return atId(done.getLast().id());
    }

    @Override
    Position atNothing(Instant now) {
        return atId("");
    }

    /** Numbers before texts, each among themselves in their own order. */
    private static int compare(String one, String other) {
        BigDecimal number = number(one);
        BigDecimal another = number(other);
        if (number != null && another != null) {
            return number.compareTo(another);
        }
        return number == null && another == null ? one.compareTo(other) : number == null ? 1 : -1;
    }

    private static @Nullable BigDecimal number(String id) {
        return id.matches("-?\\d{1,40}(\\.\\d{1,40})?") ? new BigDecimal(id) : null;
    }
}
