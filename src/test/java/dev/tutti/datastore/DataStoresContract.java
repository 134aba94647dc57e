package dev.tutti.datastore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tutti.builtin.Owner;
import dev.tutti.value.Blob;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Moment;
import dev.tutti.value.Num;
import dev.tutti.value.Structure;
import dev.tutti.value.StructureField;
import dev.tutti.value.Text;
import dev.tutti.workspace.NotSignedIn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/** What data stores keep on every database. */
abstract class DataStoresContract {

    private static final Fields ADA = Fields.of("name", new Text("Ada"), "age", Num.of(36));
    private static long runs = 1000;

    private final DataStores stores;
    private final StoreSessions sessions;
    private final Structures structures;
    private final JdbcClient jdbc;
    private final Owner owner;
    private DataStoreId store = new DataStoreId(0);

    DataStoresContract(DataStores stores, StoreSessions sessions, Structures structures, JdbcClient jdbc, Owner owner) {
        this.stores = stores;
        this.sessions = sessions;
        this.structures = structures;
        this.jdbc = jdbc;
        this.owner = owner;
    }

    @BeforeEach
    void createAStore() {
        owner.signIn();
        store = stores.create("Customers").id();
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private static Optional<Call> call() {
        return Optional.of(new Call(runs++, "1#4/2#0"));
    }

    private Written put(String key, Fields data) {
        return stores.put(store, Optional.of(key), data, false, call());
    }

    @Test
    void keepsEveryKindOfValue() {
        Fields all = Fields.of(
                "when", new Moment(Instant.parse("2026-11-20T09:00:00.123Z")),
                "exact", Num.of("0.1234567890123456789"),
                "nested", Fields.of("list", Items.of(new Text("é"), Num.of(-1))));
        put("k", all);
        assertThat(stores.get(store, "k").orElseThrow().data()).isEqualTo(all);
    }

    @Test
    void addsOnceAndReplacesOnlyWhenAsked() {
        assertThat(put("ada", ADA))
                .isInstanceOfSatisfying(
                        Written.Done.class, done -> assertThat(done.created()).isTrue());
        assertThat(put("ada", Fields.EMPTY)).isEqualTo(new Written.Exists("ada"));
        Written replaced = stores.put(store, Optional.of("ada"), Fields.of("name", new Text("Eva")), true, call());
        assertThat(replaced)
                .isInstanceOfSatisfying(
                        Written.Done.class, done -> assertThat(done.created()).isFalse());
        assertThat(stores.get(store, "ada").orElseThrow().data()).isEqualTo(Fields.of("name", new Text("Eva")));
        assertThat(stores.count(store)).isEqualTo(1);
    }

    @Test
    void givesAKeyToARecordWithoutOne() {
        Written.Done first = (Written.Done) stores.put(store, Optional.empty(), ADA, false, call());
        Written.Done second = (Written.Done) stores.put(store, Optional.of(""), ADA, false, call());
        assertThat(first.record().key())
                .isNotBlank()
                .isNotEqualTo(second.record().key());
    }

    @Test
    void changesOnlyTheGivenFields() {
        put("ada", ADA);
        stores.update(store, "ada", Fields.of("age", Num.of(37), "city", new Text("London")), false, call());
        assertThat(stores.get(store, "ada").orElseThrow().data())
                .isEqualTo(Fields.of("name", new Text("Ada"), "age", Num.of(37), "city", new Text("London")));
        assertThat(stores.update(store, "eva", ADA, false, call())).isEqualTo(new Written.Missing("eva"));
        assertThat(stores.update(store, "eva", ADA, true, call()))
                .isInstanceOfSatisfying(
                        Written.Done.class, done -> assertThat(done.created()).isTrue());
    }

    @Test
    void deletesAndSaysWhatWasThere() {
        put("ada", ADA);
        assertThat(stores.delete(store, "ada", call()))
                .isInstanceOfSatisfying(
                        Written.Done.class,
                        done -> assertThat(done.record().data()).isEqualTo(ADA));
        assertThat(stores.get(store, "ada")).isEmpty();
        assertThat(stores.delete(store, "ada", call())).isEqualTo(new Written.Missing("ada"));
    }

    @Test
    void answersARepeatedCallAsTheFirstAndWritesNothing() {
        Optional<Call> adding = call();
        Written first = stores.put(store, Optional.empty(), ADA, false, adding);
        assertThat(stores.put(store, Optional.empty(), ADA, false, adding)).isEqualTo(first);
        assertThat(stores.count(store)).isEqualTo(1);

        Optional<Call> deleting = call();
        String key = ((Written.Done) first).record().key();
        Written deleted = stores.delete(store, key, deleting);
        put(key, Fields.of("name", new Text("Somebody else")));
        assertThat(stores.delete(store, key, deleting)).isEqualTo(deleted);
        assertThat(stores.get(store, key)).isPresent();
    }

    @Test
    void forgetsACallThatFailedSoThatItMayBeTriedAgain() {
        put("ada", ADA);
        Optional<Call> call = call();
        assertThat(stores.put(store, Optional.of("ada"), ADA, false, call)).isInstanceOf(Written.Exists.class);
        stores.delete(store, "ada", call());
        assertThat(stores.put(store, Optional.of("ada"), ADA, false, call)).isInstanceOf(Written.Done.class);
    }

    @Test
    void remembersTheCallOnlyIfItsWriteIsKept() {
        long before = jdbc.sql("select count(*) from data_store_call")
                .query(Long.class)
                .single();
        Fields tooLarge = Fields.of("text", new Text("x".repeat((int) DataStores.MAX_RECORD_BYTES + 1)));
        assertThat(put("large", tooLarge)).isInstanceOf(Written.TooLarge.class);
        assertThat(put("", Fields.EMPTY)).isInstanceOf(Written.Done.class);
        assertThat(put("k".repeat(256), Fields.EMPTY)).isEqualTo(new Written.BadKey());
        assertThat(put("file", Fields.of("f", Items.of(Blob.of("a", Blob.BINARY, new byte[1])))))
                .isEqualTo(new Written.HoldsFile("f"));
        assertThat(stores.put(new DataStoreId(1), Optional.empty(), ADA, false, call()))
                .isEqualTo(new Written.NoStore());
        assertThat(jdbc.sql("select count(*) from data_store_call")
                        .query(Long.class)
                        .single())
                .isEqualTo(before + 1);
    }

    @Test
    void letsOnlyOneOfManyAddTheSameKeyAndManyChangeOne() throws Exception {
        List<Callable<Written>> adding = new ArrayList<>();
        List<Callable<Written>> changing = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int number = i;
            Optional<Call> add = call();
            Optional<Call> change = call();
            adding.add(() -> stores.put(store, Optional.of("same"), ADA, false, add));
            changing.add(() -> stores.update(store, "same", Fields.of("f" + number, Num.of(number)), false, change));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int done = 0;
            for (Future<Written> written : threads.invokeAll(adding)) {
                done += written.get() instanceof Written.Done ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
            for (Future<Written> written : threads.invokeAll(changing)) {
                assertThat(written.get()).isInstanceOf(Written.Done.class);
            }
        }
        assertThat(stores.get(store, "same").orElseThrow().data().size()).isEqualTo(2 + 8);
    }

    @Test
    void letsTheSameCallWriteOnceThoughTwoRepeatItAtOnce() throws Exception {
        Optional<Call> call = call();
        Callable<Written> write = () -> stores.put(store, Optional.empty(), ADA, false, call);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Written>> both = threads.invokeAll(List.of(write, write));
            assertThat(both.get(0).get()).isEqualTo(both.get(1).get());
        }
        assertThat(stores.count(store)).isEqualTo(1);
    }

    @Test
    void listsRecordsPageByPageInTheOrderInWhichTheyCame() {
        for (int i = 0; i < 7; i++) {
            put("k" + (9 - i), Fields.of("i", Num.of(i)));
        }
        List<String> keys = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            RecordPage page = stores.page(store, "", after, 3);
            page.items().forEach(record -> keys.add(record.key()));
            after = page.next();
        } while (after.isPresent());
        assertThat(keys).containsExactly("k9", "k8", "k7", "k6", "k5", "k4", "k3");
        assertThat(stores.page(store, "", Optional.of("no place"), 3).items()).isEmpty();
    }

    @Test
    void findsKeysByAPartAndTakesItAsPlainText() {
        put("Ada_1", ADA);
        put("adaX1", ADA);
        put("100%", ADA);
        assertThat(stores.page(store, "ada_", Optional.empty(), 9).items()).hasSize(1);
        assertThat(stores.page(store, "%", Optional.empty(), 9).items()).hasSize(1);
        assertThat(stores.page(store, "ADA", Optional.empty(), 9).items()).hasSize(2);
        assertThat(stores.page(store, "!'; drop table data_store; --", Optional.empty(), 9)
                        .items())
                .isEmpty();
    }

    @Test
    void scansEverythingUntilToldToStop() {
        for (int i = 0; i < 450; i++) {
            put("k" + i, Fields.EMPTY);
        }
        List<String> seen = new ArrayList<>();
        stores.scan(store, record -> seen.add(record.key()));
        assertThat(seen).hasSize(450).doesNotHaveDuplicates();
        seen.clear();
        stores.scan(store, record -> seen.add(record.key()) && seen.size() < 3);
        assertThat(seen).containsExactly("k0", "k1", "k2");
    }

    @Test
    void storesAreCreatedRenamedCountedAndDeleted() {
        put("ada", ADA);
        assertThat(stores.rename(store, " Clients ").orElseThrow().name()).isEqualTo("Clients");
        DataStore shown = stores.find(store).orElseThrow();
        assertThat(shown.records()).isEqualTo(1);
        assertThat(shown.bytes()).isPositive();
        assertThat(stores.all()).contains(shown);
        assertThat(stores.delete(store)).isTrue();
        assertThat(stores.find(store)).isEmpty();
        assertThat(stores.delete(store)).isFalse();
        assertThat(jdbc.sql("select count(*) from data_store_record where store_id = ?")
                        .param(store.value())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThatThrownBy(() -> stores.create("  ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void handsAreOnlyThoseOfSomebodySignedInButRunsNeedNobody() {
        SecurityContextHolder.clearContext();
        assertThatThrownBy(() -> stores.create("X")).isInstanceOf(NotSignedIn.class);
        assertThatThrownBy(() -> stores.delete(store)).isInstanceOf(NotSignedIn.class);
        assertThatThrownBy(() -> stores.put(store, Optional.empty(), ADA, false, Optional.empty()))
                .isInstanceOf(NotSignedIn.class);
        assertThat(put("ada", ADA)).isInstanceOf(Written.Done.class);
        assertThat(stores.count(store)).isEqualTo(1);
    }

    @Test
    void whatASessionRollsBackNeverHappened() {
        StoreSession session = sessions.open();
        session.put(store, Optional.of("ada"), ADA, false, new Call(runs, "1#0"));
        assertThat(session.get(store, "ada")).as("the run sees its own work").isPresent();
        session.rollback();
        assertThat(stores.get(store, "ada")).isEmpty();
        session.put(store, Optional.of("ada"), ADA, false, new Call(runs++, "1#0"));
        session.commit();
        assertThat(stores.get(store, "ada"))
                .as("the same call may be made again")
                .isPresent();
    }

    @Test
    void emptiesAStoreOnceForACall() {
        put("a", ADA);
        put("b", ADA);
        Call call = new Call(runs++, "1#0");
        assertThat(cleared(call)).hasValue(2);
        put("c", ADA);
        assertThat(cleared(call)).as("the call of before").hasValue(2);
        assertThat(stores.count(store)).isEqualTo(1);
    }

    private OptionalLong cleared(Call call) {
        StoreSession session = sessions.open();
        try {
            return session.clear(store, call);
        } finally {
            session.commit();
        }
    }

    @Test
    void refusesRecordsThatDoNotFitTheStructure() {
        Structure structure = new Structure(
                List.of(
                        StructureField.of("name", StructureField.Type.TEXT).require(),
                        StructureField.of("age", StructureField.Type.NUMBER)),
                true);
        StoredStructure person = structures.create("Person", structure);
        stores.structure(store, Optional.of(person.id()));
        assertThat(put("ada", ADA)).isInstanceOf(Written.Done.class);
        assertThat(put("bo", Fields.of("age", new Text("old"), "x", Num.of(1))))
                .isInstanceOfSatisfying(
                        Written.Unfit.class,
                        unfit -> assertThat(unfit.violations())
                                .extracting("path")
                                .contains("name", "age", "x"));
        assertThat(stores.update(store, "ada", Fields.of("age", Num.of(37)), false, call()))
                .as("the fields that stay count too")
                .isInstanceOf(Written.Done.class);
        assertThat(stores.update(store, "ada", Fields.of("age", new Text("?")), false, call()))
                .isInstanceOf(Written.Unfit.class);
        assertThat(structures.delete(person.id())).isEqualTo(Structures.Deletion.IN_USE);
        structures.change(person.id(), "Person", structure.strict(false));
        assertThat(put("cy", Fields.of("name", new Text("Cy"), "x", Num.of(1)))).isInstanceOf(Written.Done.class);
        stores.structure(store, Optional.empty());
        assertThat(structures.delete(person.id())).isEqualTo(Structures.Deletion.DELETED);
    }
}
