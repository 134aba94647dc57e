package dev.tutti.connector;

import dev.tutti.connector.PolledList.Item;
import dev.tutti.connector.PolledList.Query;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/** The position is what was seen last: {@code {"seen":["a","b"]}}, newest first, long ids as their hash. */
final class SeenCursor extends Cursor {

    /** More than any feed holds at once. */
    private static final int REMEMBERED = 1_000;

    private static final int LONGEST = 40;

    @Override
    Set<StartAt.Kind> starts() {
        return Set.of(StartAt.Kind.NOW, StartAt.Kind.DATE, StartAt.Kind.ALL, StartAt.Kind.PICK);
    }

    @Override
    Query query(Optional<Position> since, int limit) {
        return new Query(Optional.empty(), Optional.empty(), true, Math.max(limit, PolledList.MOST_CANDIDATES));
    }

    @Override
    List<Item> inOrder(List<Item> items) {
        return items.reversed();
    }

    @Override
    boolean isNew(Item item, Fields position) {
        return !(position.get("seen") instanceof Items seen && seen.items().contains(mark(item)));
    }

    @Override
    Position behind(List<Item> done, Optional<Fields> before) {
        SequencedSet<Value> seen = new LinkedHashSet<>();
        done.reversed().forEach(item -> seen.add(mark(item)));
        before.ifPresent(
                position -> seen.addAll(position.get("seen") instanceof Items known ? known.items() : List.of()));
        return position(
                Fields.of("seen", new Items(seen.stream().limit(REMEMBERED).toList())));
    }

    @Override
    Position atNothing(Instant now) {
        return position(Fields.of("seen", Items.EMPTY));
    }

    private static Text mark(Item item) {
        if (item.id().length() <= LONGEST) {
            return Text.of(item.id());
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(item.id().getBytes(StandardCharsets.UTF_8));
            return Text.of(HexFormat.of().formatHex(digest, 0, LONGEST / 2));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
