package dev.tutti.datastore;

import dev.tutti.value.Fields;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Several operations on data stores that count together or not at all. A connection is taken with the first of them and
 * given back with the end of each transaction, so that a run that only waits holds none. For one thread at a time.
 */
public final class StoreSession {

    private final StoreSessions sessions;
    private @Nullable Connection connection;
    private @Nullable StoreWork work;

    StoreSession(StoreSessions sessions) {
        this.sessions = sessions;
    }

    public boolean exists(DataStoreId store) {
        return with(work -> work.exists(store));
    }

    public Optional<StoredRecord> get(DataStoreId store, String key) {
        return with(work -> work.get(store, key));
    }

    public long count(DataStoreId store) {
        return with(work -> work.count(store));
    }

    /** Hands every record to {@code visit} in the order in which they came, until it answers false. */
    public void scan(DataStoreId store, Predicate<StoredRecord> visit) {
        with(work -> {
            work.scan(store, visit);
            return true;
        });
    }

    /** As {@link DataStores#put}. */
    public Written put(DataStoreId store, Optional<String> key, Fields data, boolean overwrite, Call call) {
        return with(work -> work.put(store, key, data, overwrite, Optional.of(call)));
    }

    /** As {@link DataStores#update}. */
    public Written update(DataStoreId store, String key, Fields data, boolean insert, Call call) {
        return with(work -> work.update(store, key, data, insert, Optional.of(call)));
    }

    /** As {@link DataStores#delete}. */
    public Written delete(DataStoreId store, String key, Call call) {
        return with(work -> work.delete(store, key, Optional.of(call)));
    }

    /** Deletes all records and tells how many there were; empty where there is no such store. */
    public OptionalLong clear(DataStoreId store, Call call) {
        return with(work -> work.clear(store, call));
    }

    public void commit() {
        end(true);
    }

    public void rollback() {
        end(false);
    }

    private <T> T with(Function<StoreWork, T> use) {
        StoreWork open = work;
        if (open == null) {
            Connection taken = sessions.take();
            connection = taken;
            open = sessions.work(taken);
            work = open;
        }
        return use.apply(open);
    }

    private void end(boolean good) {
        Connection open = connection;
        connection = null;
        work = null;
        if (open == null) {
            return;
        }
        try {
            if (good) {
                open.commit();
            } else {
                open.rollback();
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(
                    "The data stores could not be " + (good ? "committed" : "rolled back"), broken);
        } finally {
            sessions.giveBack(open);
        }
    }
}
