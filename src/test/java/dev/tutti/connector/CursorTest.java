package dev.tutti.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.connector.PolledList.Item;
import dev.tutti.connector.Polling.Batch;
import dev.tutti.value.Fields;
import dev.tutti.value.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is new in a list, however the list tells. */
class CursorTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    /** "id" or "id@minute". */
    private static List<Item> items(String... written) {
        return Arrays.stream(written)
                .map(text -> text.split("@"))
                .map(parts -> new Item(
                        parts[0],
                        parts.length < 2
                                ? Optional.empty()
                                : Optional.of(NOW.minusSeconds(3600).plusSeconds(60L * Long.parseLong(parts[1]))),
                        "Item " + parts[0],
                        Fields.of("id", Text.of(parts[0]))))
                .toList();
    }

    private static List<String> ids(Batch batch) {
        List<String> ids = new ArrayList<>();
        batch.bundles().forEach(bundle -> ids.add(((Text) bundle.get("id")).text()));
        return ids;
    }

    @Test
    void byIdTheOldestComeFirstAndTheLimitLeavesTheRestForNextTime() {
        Batch first = Cursor.byId().after(items("10", "9", "2", "1"), Optional.empty(), 3, NOW);
        assertThat(ids(first)).containsExactly("1", "2", "9");

        Batch second = Cursor.byId().after(items("10", "9", "2", "1"), Optional.of(first.next()), 3, NOW);
        assertThat(ids(second)).containsExactly("10");

        Batch third = Cursor.byId().after(items("10", "9"), Optional.of(second.next()), 3, NOW);
        assertThat(third.bundles()).isEmpty();
        assertThat(third.next()).isEqualTo(second.next());
    }

    @Test
    void byIdTheSourceIsAskedForWhatComesAfter() {
        Batch first = Cursor.byId().after(items("7"), Optional.empty(), 3, NOW);
        assertThat(Cursor.byId().query(Optional.of(first.next()), 3).afterId()).contains("7");
        assertThat(Cursor.byId().query(Optional.empty(), 3).afterId()).isEmpty();
    }

    @Test
    void byDateNothingOfTheSameMomentIsLostOrRepeated() {
        Batch first = Cursor.byDate().after(items("c@2", "b@1", "a@1"), Optional.empty(), 1, NOW);
        assertThat(ids(first)).containsExactly("b");

        Batch second = Cursor.byDate().after(items("c@2", "b@1", "a@1"), Optional.of(first.next()), 1, NOW);
        assertThat(ids(second)).containsExactly("a");

        Batch third = Cursor.byDate().after(items("d@2", "c@2", "b@1", "a@1"), Optional.of(second.next()), 5, NOW);
        assertThat(ids(third)).containsExactlyInAnyOrder("c", "d");
    }

    @Test
    void bySeenANewItemIsOneWhoseIdWasNotThereBefore() {
        Position start = Cursor.bySeen().behindAll(items("b", "a"), NOW);

        Batch first = Cursor.bySeen().after(items("d", "c", "b", "a"), Optional.of(start), 1, NOW);
        assertThat(ids(first)).containsExactly("c");

        Batch second = Cursor.bySeen().after(items("d", "c", "b"), Optional.of(first.next()), 5, NOW);
        assertThat(ids(second)).containsExactly("d");
        assertThat(Cursor.bySeen()
                        .after(items("d", "c", "b", "a"), Optional.of(second.next()), 5, NOW)
                        .bundles())
                .isEmpty();
    }

    @Test
    void anEmptyListBeginsSoThatTheFirstItemEverIsNew() {
        for (Cursor cursor : List.of(Cursor.byId(), Cursor.bySeen(), Cursor.byDate())) {
            Position start = cursor.behindAll(List.of(), NOW);
            assertThat(ids(cursor.after(items("1@61"), Optional.of(start), 5, NOW)))
                    .containsExactly("1");
        }
    }

    @Test
    void whatIsPickedIsTheFirstToComeOut() {
        for (Cursor cursor : List.of(Cursor.byId(), Cursor.bySeen(), Cursor.byDate())) {
            List<Item> items = items("3@3", "2@2", "1@1");
            assertThat(ids(cursor.after(items, cursor.before(items, "2"), 5, NOW)))
                    .containsExactly("2", "3");
            assertThat(ids(cursor.after(items, cursor.before(items, "1"), 5, NOW)))
                    .containsExactly("1", "2", "3");
        }
    }

    @Test
    void sinceADateMeansThatDateToo() {
        Instant two = NOW.minusSeconds(3600 - 120);
        List<Item> items = items("3@3", "2@2", "1@1");
        assertThat(ids(Cursor.byDate().after(items, Optional.of(Cursor.byDate().atDate(two)), 5, NOW)))
                .containsExactly("2", "3");
        assertThat(ids(Cursor.bySeen().after(items, Optional.of(Cursor.bySeen().sinceDate(items, two)), 5, NOW)))
                .containsExactly("2", "3");
    }
}
